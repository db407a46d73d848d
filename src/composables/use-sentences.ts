// Notices and faults as sentences: what happened, what is safe, what to do.
import { useI18n } from 'vue-i18n'
import type { OpenOutcome } from '#core/desktop-api'
import type { Proof, TakenBack } from '#core/desktop/adding'
import type { Notice } from '#core/desktop/session'
import type { ExportOutcome, ImportReading, MergeOutcome, WriteFault } from '#core/desktop/transfer'
import type { Remark, RemarkKind } from '#core/edition/remark'
import { quotableStart } from '#core/edition/quoted-title'
import { formatOfEnding, type EditionFormat } from '#core/edition/edition-path'
import type { Rejection } from '#core/edition/rejection'
import { unreadKindOf } from '#core/edition/unread-kind'
import type { ReasonOf } from '#core/outcome'
import { useCount } from './use-count.ts'

type OpenFault = ReasonOf<OpenOutcome>
type ExportFault = Exclude<ReasonOf<ExportOutcome>, 'cancelled'>
type ImportFault = Exclude<ReasonOf<ImportReading | MergeOutcome>, 'cancelled'>

/** What the reader made cannot be written, and is tried again. */
const writeFaultKeys = {
  'disk-full': 'diskFull',
  'read-only': 'readOnly',
  'in-use': 'inUse',
  failed: 'failed',
} as const satisfies Record<WriteFault, string>

/** Something was to be added or changed, and nothing was. */
const addFaultKeys = {
  'disk-full': 'addDiskFull',
  'read-only': 'addReadOnly',
  'in-use': 'inUse',
  failed: 'addFailed',
} as const satisfies Record<WriteFault, string>

const exportFaultKeys = {
  'disk-full': 'exportDiskFull',
  'not-permitted': 'exportNotPermitted',
  failed: 'exportFailed',
} as const satisfies Record<ExportFault, string>

const importFaultKeys = {
  ...addFaultKeys,
  'not-ours': 'importNotOurs',
  'web-annotations': 'importWebAnnotations',
  'newer-version': 'importNewer',
  damaged: 'importDamaged',
  'not-permitted': 'importNotPermitted',
  'too-large': 'importTooLarge',
} as const satisfies Record<ImportFault, string>

const remarkKeys = {
  'title-missing': 'titleMissing',
  'breaks-off': 'breaksOff',
  'long-heading': 'longHeading',
  'photo-label': 'photoLabel',
  'glued-heading': 'gluedHeading',
  'item-without-sources': 'withoutSources',
  'unknown-source': 'unknownSource',
  'source-without-stop': 'withoutStop',
  'source-or-sentence': 'sourceOrSentence',
  'joining-word': 'joiningWord',
  'sources-without-item': 'sourcesAlone',
  'in-each-edition': 'inEachEdition',
  label: 'label',
  'page-furniture': 'furniture',
  'line-without-words': 'withoutWords',
  'updated-mark': 'updatedMark',
  'series-in-title': 'seriesInTitle',
  'date-line': 'dateLine',
  'link-line': 'linkLine',
  'second-caption': 'secondCaption',
  'lines-joined': 'linesJoined',
  'unseen-words': 'unseen',
  'image-left-out': 'imageLeftOut',
} as const satisfies Record<RemarkKind, string>

const rejectionKeys = {
  empty: 'empty',
  binary: 'notText',
  'line-too-long': 'notText',
  'not-utf-8': 'encoding',
  'not-utf-16': 'encoding',
  'file-too-large': 'tooLarge',
  'too-complex': 'tooHard',
  'too-many-parts': 'tooManyParts',
  'not-a-word-file': 'notWord',
  'not-a-mail': 'notMail',
  'not-a-saved-page': 'notSavedPage',
  'not-a-feed': 'notFeed',
  'broken-feed': 'brokenFeed',
  'not-an-epub': 'notEpub',
  'locked-epub': 'lockedEpub',
  'not-a-dictionary': 'notDictionary',
  'damaged-zip': 'damaged',
  'too-many-files': 'damaged',
  'unpacks-too-large': 'tooLarge',
  'packed-too-tightly': 'damaged',
  'bad-name': 'damaged',
  'duplicate-name': 'damaged',
  'not-a-regular-file': 'damaged',
  encrypted: 'damaged',
  'unknown-compression': 'damaged',
  'conflicting-headers': 'damaged',
  'overlapping-files': 'damaged',
  'hidden-bytes': 'damaged',
  'no-manifest': 'damaged',
  'manifest-too-large': 'damaged',
  'manifest-invalid': 'damaged',
  'newer-format': 'newer',
  'needs-newer-program': 'newer',
  'missing-file': 'damaged',
  'unlisted-file': 'damaged',
  'wrong-size': 'damaged',
  'wrong-hash': 'damaged',
  'edition-invalid': 'damaged',
  'notes-invalid': 'damaged',
  'image-invalid': 'damaged',
  'older-serial': 'olderIssue',
  'too-many-proofs': 'tooManyProofs',
  'too-much-memory': 'tooHard',
  'too-slow': 'tooHard',
  'reader-crashed': 'tooHard',
  cancelled: 'cancelled',
  'not-found': 'notFound',
  'not-permitted': 'notPermitted',
} as const satisfies Record<Rejection, string>

/** Where the ending of the name says more of what to do. */
const rejectionKeysByFormat: Partial<
  Record<(typeof rejectionKeys)[Rejection], Partial<Record<EditionFormat, RejectionKeyOfFormat>>>
> = {
  empty: { html: 'emptyPage', mhtml: 'emptyPage', mail: 'emptyMail' },
  notMail: { mailbox: 'notMailbox' },
  damaged: { docx: 'notWord' },
}
type RejectionKeyOfFormat = 'emptyPage' | 'emptyMail' | 'notMailbox' | 'notWord'

/** Whether it was the library that could not be written, and not the file that was refused. */
export function isFault(reason: Rejection | WriteFault): reason is WriteFault {
  return !(reason in rejectionKeys)
}

export interface Sentences {
  readonly ofRemark: (remark: Remark) => string
  /** `file` is null for text that was pasted. */
  readonly ofRejection: (reason: Rejection, file: string | null) => string
  readonly ofNotice: (notice: Notice) => string
  readonly ofFault: (fault: WriteFault) => string
  /** Why editions that came in were not all taken out again; empty where they were. */
  readonly ofLeft: (taken: Pick<TakenBack, 'left' | 'ended'>) => string
  /** The same where an edition was to be added or changed, and nothing was. */
  readonly ofAddFault: (fault: WriteFault) => string
  readonly ofExportFault: (fault: ExportFault) => string
  readonly ofImportFault: (fault: ImportFault) => string
  /** Why an edition of the library cannot be opened. */
  readonly ofOpenFault: (reason: OpenFault, title: string) => string
  /** The file that it came from; of an edition whose file is not known any more, its title. */
  readonly nameOfProof: (proof: Proof) => string
}

export function useSentences(): Sentences {
  const { t } = useI18n()
  const counted = useCount()

  /** A file that was to be opened and not added. */
  function ofFile(file: string, cause: Rejection): string {
    const key = rejectionKeys[cause]
    const isText = key === 'notText' || key === 'encoding'
    return isText ? t('notice.fileNotText', { file }) : ofRejection(cause, file)
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
      case 'library-gone':
        return t('notice.libraryGone', { folder: notice.folder })
      case 'last-unreadable':
        return t('notice.lastUnreadable')
      case 'last-brought-down':
        return t('notice.lastBroughtDown', { title: notice.title })
      case 'file-unreadable':
        return ofFile(notice.file, notice.cause)
      case 'index-rebuilt':
        return t('notice.indexRebuilt')
      case 'window-restarted':
        return t('notice.windowRestarted')
    }
  }

  function ofFault(fault: WriteFault): string {
    return t(`fault.${writeFaultKeys[fault]}`)
  }

  function ofLeft({ left, ended }: Pick<TakenBack, 'left' | 'ended'>): string {
    const sentences = [
      ...(left > 0 ? [counted('library.changedSince', left)] : []),
      ...(ended === null
        ? []
        : [ended === 'cancelled' ? t('library.takingStopped') : ofFault(ended)]),
    ]
    return sentences.join(' ')
  }

  function ofAddFault(fault: WriteFault): string {
    return t(`fault.${addFaultKeys[fault]}`)
  }

  function ofExportFault(fault: ExportFault): string {
    return t(`fault.${exportFaultKeys[fault]}`)
  }

  function ofImportFault(fault: ImportFault): string {
    return t(`fault.${importFaultKeys[fault]}`)
  }

  function nameOfProof({ file, isReview, replaces }: Proof): string {
    return file ?? (isReview ? replaces?.title : null) ?? t('proof.pasted')
  }

  function ofRemark({ kind, quote }: Remark): string {
    // Whole texts are quoted by how they begin.
    return t(`remark.${remarkKeys[kind]}`, {
      quote: kind === 'in-each-edition' ? quotableStart(quote) : quote,
    })
  }

  function ofRejection(reason: Rejection, file: string | null): string {
    const key = rejectionKeys[reason]
    const kind = file === null || key !== 'notText' ? null : unreadKindOf(file)
    if (kind !== null) return t(`rejection.${kind}`, { file })
    const format = file === null ? null : formatOfEnding(file)
    const own = format === null ? undefined : rejectionKeysByFormat[key]?.[format]
    return t(`rejection.${own ?? key}`, {
      file: file ?? t('rejection.pasted'),
    })
  }

  function ofOpenFault(reason: OpenFault, title: string): string {
    const key = reason === 'missing' ? 'library.missing' : 'library.unreadable'
    return t(key, { title: quotableStart(title) })
  }

  return {
    ofRemark,
    ofRejection,
    ofNotice,
    ofFault,
    ofLeft,
    ofAddFault,
    ofExportFault,
    ofImportFault,
    ofOpenFault,
    nameOfProof,
  }
}
