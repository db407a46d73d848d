import fs from 'node:fs'
import path from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { createPackageList } from './scripts/release/third-party.mjs'

const { devDependencies } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
  devDependencies: Record<string, string>
}

// The same output starts on the newest Electron and on the oldest that the tests run on (Node 20.18, Chromium 130).
// Main and preload are CommonJS: the sandbox loads a preload script in no other form.
function node(input: Record<string, string>) {
  return {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        input,
        output: {
          format: 'cjs' as const,
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
        },
      },
    },
  }
}

/**
 * Takes out the places where packages that mammoth brings could make a program of a text (underscore's templates and its
 * way to the global object, the text form of setimmediate). mammoth uses none of them, and Electron does not pass V8's
 * flag against it on to a utility process.
 */
function withoutProgramsFromText() {
  return {
    name: 'without-programs-from-text',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      return /node_modules[\\/](?:underscore|setimmediate)[\\/]/.test(id)
        ? code
            .replaceAll(/\bFunction\(['"]return this['"]\)\(\)/g, 'undefined')
            .replaceAll(/\bnew Function\([^()]*\)/g, 'undefined')
        : null
    },
  }
}

const listPackages = createPackageList()

export default defineConfig({
  main: {
    ...node({
      index: 'electron/main/index.ts',
      'search-worker': 'electron/services/search/search-worker.ts',
      'import-cage': 'electron/services/import/import-cage.ts',
    }),
    plugins: [withoutProgramsFromText(), listPackages()],
    define: { __ELECTRON_VERSION__: JSON.stringify(devDependencies.electron) },
  },
  preload: { ...node({ index: 'electron/preload/index.ts' }), plugins: [listPackages()] },
  renderer: {
    root: 'src',
    plugins: [vue(), listPackages()],
    resolve: {
      alias: {
        // Its form for browsers decodes entities through innerHTML, which Trusted Types rightly refuse.
        'decode-named-character-reference': path.resolve(
          'node_modules/decode-named-character-reference/index.js',
        ),
      },
    },
    define: {
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
      __VUE_I18N_FULL_INSTALL__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
    },
    build: {
      target: 'chrome130',
      minify: true,
      outDir: path.resolve('out/renderer'),
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: 'src/index.html',
        // All that the first text needs in one script and one sheet: each further file waits for its turn in the main process.
        output: {
          codeSplitting: {
            groups: [{ name: 'start', test: /src[\\/]main\.ts$|rolldown.runtime/ }],
          },
        },
      },
    },
  },
})
