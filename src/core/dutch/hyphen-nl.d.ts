// The package `hyphen` ships without types.
declare module 'hyphen/nl/index.js' {
  const hyphen: { hyphenateSync(text: string): string }
  export default hyphen
}
