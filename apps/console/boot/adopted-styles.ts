// In place of @rc-component/util/es/Dom/dynamicCSS.js: what antd's parts write while they run, such as the page's standstill
// behind a dialog. The page's policy forbids style elements; sheets that code adopts are code's own.

const adopted = new Map<string, CSSStyleSheet>();

export function updateCSS(css: string, key: string): void {
  const sheet = adopted.get(key) ?? new CSSStyleSheet();
  sheet.replaceSync(css);
  if (adopted.has(key)) return;
  adopted.set(key, sheet);
  document.adoptedStyleSheets.push(sheet);
}

export function removeCSS(key: string): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== adopted.get(key));
  adopted.delete(key);
}
