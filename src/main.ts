// Starts the window: everything the first text needs comes in one answer, and nothing is painted before it is there.
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { desktop } from './desktop.ts'
import { i18n } from './i18n/index.ts'
import { applyOrganisation } from './composables/apply-organisation.ts'
import { applySettings } from './composables/apply-settings.ts'
import { whenSized } from './composables/when-sized.ts'
import { useEditionStore } from './stores/edition.ts'
import { useMessagesStore } from './stores/messages.ts'
import { useReaderDataStore } from './stores/reader-data.ts'
import { useSettingsStore } from './stores/settings.ts'
import { useSystemStore } from './stores/system.ts'
import { useViewStore } from './stores/view.ts'
import './styles/tokens.css'
import './styles/fonts.css'
import './styles/base.css'

void desktop.session.paint()
const session = await desktop.session.start()
const app = createApp(App).use(createPinia()).use(i18n)

useSystemStore().load(session)
useReaderDataStore().load(session.records)
useSettingsStore().systemLanguage = session.systemLanguage
useEditionStore().open(session.bundle, session.maker)
useViewStore().start(useReaderDataStore().place?.view ?? 'original')
for (const notice of session.notices) useMessagesStore().addNotice(notice)
applySettings()
applyOrganisation(session.organisation)

// A page without a width is built, and laid out when it has one.
document.body.hidden = true
whenSized(() => {
  document.body.hidden = false
})
app.mount('#app')
