// The rules of the code. What a layer may import is said here; that it compiles without the rest is said by tsconfig.
import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import prettier from 'eslint-config-prettier'
import noUnsanitized from 'eslint-plugin-no-unsanitized'
import * as regexp from 'eslint-plugin-regexp'
import security from 'eslint-plugin-security'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import { waitsInTests } from './scripts/testing/waits-in-tests.mjs'

const node = {
  group: ['node:*', 'fs', 'path', 'os', 'worker_threads'],
  message: 'Node belongs to electron/.',
}
const network = {
  group: [
    'node:http',
    'node:https',
    'node:net',
    'node:tls',
    'node:dns',
    'node:dgram',
    'node:http2',
  ],
  message: 'Nothing asks a network.',
}
const electron = {
  group: ['electron', 'electron/*'],
  message: 'Only electron/main and electron/preload may.',
}
const windowCode = {
  group: ['vue', 'pinia', 'vue-i18n', '@lucide/vue'],
  message: 'The interface belongs to src/.',
}

const forbid = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] })

export default defineConfigWithVueTs(
  { ignores: ['out/**', 'dist/**', 'dist.partial-*/**', 'test-results/**', 'docs/screenshots/**'] },
  vue.configs['flat/recommended'],
  accessibility.configs['flat/recommended'],
  vueTsConfigs.recommendedTypeChecked,
  security.configs.recommended,
  regexp.configs.recommended,
  noUnsanitized.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'vue/no-v-html': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/multi-word-component-names': ['error', { ignores: ['App'] }],
      // A label that holds its field needs no id, and the other way round.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Services are made by factories: there is no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Every index in this code is a number of our own, and every path a constant or one the reader chose.
      'security/detect-object-injection': 'off',
      'security/detect-non-literal-fs-filename': 'off',
      // Its measure is nesting alone; eslint-plugin-regexp looks for what really backtracks.
      'security/detect-unsafe-regex': 'off',
    },
  },
  { files: ['src/core/**'], rules: forbid(windowCode, electron, node) },
  {
    files: ['src/**'],
    ignores: ['src/core/**'],
    rules: forbid(electron, node, {
      group: ['**/electron/**'],
      message: 'The two meet in src/core.',
    }),
  },
  { files: ['electron/**'], rules: forbid(windowCode, network) },
  {
    files: ['electron/services/**', 'electron/tools/**'],
    rules: forbid(windowCode, network, electron),
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    extends: [vueTsConfigs.disableTypeChecked],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        require: 'readonly',
        document: 'readonly',
        window: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
      },
    },
    rules: {
      '@typescript-eslint/no-require-imports': 'off',
      'security/detect-child-process': 'off',
      'security/detect-non-literal-require': 'off',
      'no-console': 'off',
    },
  },
  {
    files: ['tests/**'],
    rules: {
      'no-console': 'off',
      'no-restricted-properties': [
        'error',
        ...['runIf', 'skipIf'].map((property) => ({
          property,
          message: 'A test that does not run says why (tests/unit/skip-without.ts).',
        })),
      ],
      'security/detect-child-process': 'off',
      'security/detect-non-literal-regexp': 'off',
    },
  },
  {
    // The bench has a pace of its own.
    files: ['tests/**'],
    ignores: ['tests/bench/**'],
    rules: { 'no-restricted-syntax': ['error', ...waitsInTests] },
  },
  prettier,
)
