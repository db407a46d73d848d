// lunr has no types of its own; what the bench uses of it.
declare module 'lunr' {
  interface Builder {
    use(plugin: unknown): void
    ref(name: string): void
    field(name: string): void
    add(document: { readonly id: number; readonly text: string }): void
  }
  interface Index {
    query(build: (query: { term(term: string, options: object): void }) => void): { ref: string }[]
  }
  function lunr(build: (this: Builder, builder: Builder) => void): Index
  namespace lunr {
    const nl: unknown
    const Query: { readonly wildcard: { readonly TRAILING: number } }
    function tokenizer(text: string): { toString(): string }[]
  }
  export default lunr
}
