// Starts the window. One answer of the main process has everything that the first text needs; nothing is painted before it.
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { desktop } from './desktop.ts'
import { i18n } from './i18n/index.ts'
import { whenDrawn } from './composables/after-first-paint.ts'
import { applyOrganisation } from './composables/apply-organisation.ts'
import { applyScale } from './composables/apply-scale.ts'
import { applySettings } from './composables/apply-settings.ts'
import { awaitViewport } from './composables/await-viewport.ts'
import { useEditionStore } from './stores/edition.ts'
import { useKeptQuestionsStore } from './stores/kept-questions.ts'
import { useMessagesStore } from './stores/messages.ts'
import { useReaderDataStore } from './stores/reader-data.ts'
import { useSettingsStore } from './stores/settings.ts'
import { useSystemStore } from './stores/system.ts'
import { useViewStore } from './stores/view.ts'
import './styles/tokens.css'
import './styles/fonts.css'
import './styles/base.css'
import './styles/print.css'

const session = await desktop.session.start()
await awaitViewport(desktop.session.paint)
const app = createApp(App).use(createPinia()).use(i18n)

useSystemStore().load(session)
useReaderDataStore().load(session.records)
useSettingsStore().systemLanguage = session.systemLanguage
useEditionStore().open(session.bundle, session.maker)
useViewStore().start(useReaderDataStore().position?.view ?? 'original')
for (const notice of session.notices) useMessagesStore().addNotice(notice)
applyScale()
applySettings()
applyOrganisation(session.organisation)

app.mount('#app')
// Forces a layout while the GPU process starts: once the page may be painted, it waits for that process.
document.body.getBoundingClientRect()
void desktop.session.paint()
// Nobody waits for what is kept of other editions, or for the hits of kept questions.
void whenDrawn().then(useKeptQuestionsStore().count)
