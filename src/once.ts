import { watch } from 'vue'

/** Runs it once, as soon as the condition holds; at once where it does. */
export function once(holds: () => boolean, run: () => void): void {
  if (holds()) return run()
  const stop = watch(holds, () => {
    stop()
    run()
  })
}
