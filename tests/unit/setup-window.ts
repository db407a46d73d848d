// Files of one worker share a document: what a test mounted goes with it, so that no later one takes its focus or its keys.
import { disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils'
import { afterEach } from 'vitest'

disableAutoUnmount()
enableAutoUnmount(afterEach)
