// A page that could not be painted so far may not know how large it is, and would be laid out for no width at all.

/** Waits until the page has a width: a page without one is told of it by its first `resize`, before it is painted. */
export async function whenSized(): Promise<void> {
  while (window.innerWidth === 0)
    await new Promise((resolve) => {
      window.addEventListener('resize', resolve, { once: true })
    })
}
