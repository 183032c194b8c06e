import tseslint from 'typescript-eslint';

const code = ['src/**/*.ts', 'sandbox/**/*.ts', 'bench/**/*.ts', 'test/**/*.ts'];
const pages = ['sandbox/page/js/*.js', 'src/admin/assets/*.js'];
const pure = ['src/domain/**/*.ts', 'src/machines/**/*.ts', 'src/messages/**/*.ts'];
const readsEnvironment = ['src/config.ts', '{sandbox,bench}/**/config.ts', 'test/**/*.ts', '*.config.ts'];

const browser = [
  'document',
  'window',
  'location',
  'navigator',
  'localStorage',
  'fetch',
  'EventSource',
  'URL',
  'URLSearchParams',
  'CSS',
  'HTMLElement',
  'DOMParser',
  'ResizeObserver',
  'matchMedia',
  'requestAnimationFrame',
  'addEventListener',
  'setTimeout',
  'clearTimeout',
  'setInterval',
];

const no = (selector, message) => ({ selector, message });
const everywhere = [
  no('ClassDeclaration:not([superClass.name=/Error$/])', 'Write a function.'),
  no('ClassExpression', 'Write a function.'),
  no('TSEnumDeclaration', 'Use a union.'),
  no('ExportDefaultDeclaration', 'Name what you export.'),
  no('ExportAllDeclaration', 'No barrels: import from the file itself.'),
];
const outsideWorld = [
  no('NewExpression[callee.name="Date"][arguments.length=0]', 'Take the time as an argument.'),
  no('CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'Take the time as an argument.'),
  no('MemberExpression[object.property.name="Now"]', 'Take the time as an argument.'),
  no('CallExpression[callee.object.name="Math"][callee.property.name="random"]', 'Take chance as an argument.'),
  no('FunctionDeclaration[async=true]', 'Pure rooms do not wait.'),
  no('FunctionExpression[async=true]', 'Pure rooms do not wait.'),
  no('ArrowFunctionExpression[async=true]', 'Pure rooms do not wait.'),
];
const outsideGlobals = ['process', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'console', 'crypto'];

const shape = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 3],
  complexity: ['error', { max: 8, variant: 'modified' }],
  'max-depth': ['error', 3],
  'no-restricted-syntax': ['error', ...everywhere],
};

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.fixline/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: [...code, '*.config.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Ports are asynchronous by their type even where one adapter has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // Takes every literal in a mongoose schema for a broken class instance.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  { files: code, rules: shape },
  {
    files: pure,
    rules: {
      'no-restricted-globals': ['error', ...outsideGlobals],
      'no-restricted-syntax': ['error', ...everywhere, ...outsideWorld],
    },
  },
  {
    files: code,
    ignores: readsEnvironment,
    rules: {
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Read config instead.' }],
    },
  },
  {
    // What a browser loads as it stands.
    files: pages,
    languageOptions: { globals: Object.fromEntries(browser.map((name) => [name, 'readonly'])) },
    rules: {
      ...shape,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'prefer-const': 'error',
      'no-var': 'error',
    },
  },
  {
    // A `describe` is a chapter, and a table of examples has as many columns as it needs; a test may say "!" where its own arrangement put the value.
    files: ['test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-params': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
