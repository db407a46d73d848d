// Notices and faults as sentences: what happened, what is safe, what to do.
import { useI18n } from 'vue-i18n'
import type { FileFault, Notice, WriteFault } from '#core/desktop-api'

export interface Sentences {
  readonly ofNotice: (notice: Notice) => string
  readonly ofFault: (fault: WriteFault) => string
}

export function useSentences(): Sentences {
  const { t } = useI18n()

  function ofFile(file: string, cause: FileFault): string {
    switch (cause) {
      case 'not-found':
        return t('notice.fileNotFound', { file })
      case 'not-permitted':
        return t('notice.fileNotPermitted', { file })
      case 'not-text':
        return t('notice.fileNotText', { file })
      case 'empty':
        return t('notice.fileEmpty', { file })
      case 'too-large':
        return t('notice.fileTooLarge', { file })
    }
  }

  function ofNotice(notice: Notice): string {
    switch (notice.kind) {
      case 'data-damaged':
        return t('notice.dataDamaged')
      case 'data-restored-from-backup':
        return t('notice.dataRestored')
      case 'data-read-only':
        if (notice.cause === 'folder') return t('notice.readOnlyFolder')
        return notice.cause === 'in-use' ? t('notice.readOnlyInUse') : t('notice.readOnlyNewer')
      case 'settings-unreadable':
        return t('notice.settingsUnreadable')
      case 'edition-missing':
        return t('notice.editionMissing')
      case 'edition-damaged':
        return t('notice.editionDamaged')
      case 'file-unreadable':
        return ofFile(notice.file, notice.cause)
      case 'index-rebuilt':
        return t('notice.indexRebuilt')
      case 'window-restarted':
        return t('notice.windowRestarted')
    }
  }

  function ofFault(fault: WriteFault): string {
    switch (fault) {
      case 'disk-full':
        return t('fault.diskFull')
      case 'read-only':
        return t('fault.readOnly')
      case 'failed':
        return t('fault.failed')
    }
  }

  return { ofNotice, ofFault }
}
