// A count in words of the interface, with its figures as the language writes them: `16.183 brieven`.
import { useI18n } from 'vue-i18n'

export function useCount(): (
  key: Parameters<ReturnType<typeof useI18n>['t']>[0],
  count: number,
) => string {
  const { t, n } = useI18n()
  return (key, count) => t(key, { n: n(count) }, count)
}
