// Wakes the islands of a page. Nothing waits for it: the page is complete without.
// What the browser needs is on its way while it shows the page; it starts once the browser is idle.
const idle = new Promise((resolve) =>
  "requestIdleCallback" in window ? requestIdleCallback(resolve, { timeout: 1000 }) : setTimeout(resolve),
);
const module = fetch(new URL("nextrung.wasm", import.meta.url));
const client = await import("./nextrung.js");
await idle;
await client.default({ module_or_path: module });
client.hydrate();
await wake(document.body);

// From the outside in. What the server rendered within an island stands in `leptos-children`; it makes the contexts of
// that island known before an island therein starts.
async function wake(element, contexts) {
  if (element.localName === "leptos-island") {
    contexts?.();
    await client[element.dataset.component](element);
  } else if (element.localName === "leptos-children") {
    contexts = element.$$on_hydrate;
  }
  for (const child of element.children) {
    await wake(child, contexts);
  }
}
