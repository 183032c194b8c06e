/** A small page that says one thing. `title` and `words` are our own: they are not escaped. */
export const plainPage = ({ language, title, words }: { language: string; title: string; words: string }): string =>
  `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Fixline</title>
<style>
  body { margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 24px; font: 17px/1.5 system-ui, sans-serif }
  main { max-width: 30rem }
  h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .5rem }
  p { margin: 0 }
</style>
<main><h1>${title}</h1><p>${words}</p></main>
</html>
`;
