// What if, answered while one types, by the same rules as the server's. Nothing waits for it: the page is complete
// without, and the form is then sent.
//
// What is typed goes in, what stands under the form comes out; all that is thought about it is Rust's. Islands of leptos
// would do the rest in Rust as well, but those alone weigh 86 KB by brotli (this, 1), and a page may be 120 in all, of
// which the rules are 77.

// What the browser needs is on its way while it shows the page; it starts once the browser is idle.
const idle = new Promise((resolve) =>
  "requestIdleCallback" in window ? requestIdleCallback(resolve, { timeout: 1000 }) : setTimeout(resolve),
);
const module = fetch(new URL("nextrung.wasm", import.meta.url));
const client = await import("./nextrung.js");
await idle;
await client.default({ module_or_path: module });
document.querySelectorAll("[data-what-if]").forEach(wake);

function wake(section) {
  const { WhatIf, Stage } = client;
  const whatIf = WhatIf.read(Uint8Array.from(atob(section.dataset.whatIf), (letter) => letter.charCodeAt(0)));
  if (!whatIf) return;
  const form = section.querySelector("form");
  const result = section.querySelector(".what-if__result");
  const blank = section.querySelector("template").innerHTML;
  const changes = () => [...form.querySelectorAll("fieldset")];

  // Name and value of each field, of each change.
  const rows = () =>
    changes().map((change) => [...change.querySelectorAll("[name]")].map(({ name, value }) => [name, value]));
  const day = () => [["day", form.elements.day.value]];

  function answer(stage) {
    const html = whatIf.answer([...rows(), day()].flat(2).join("\n"), stage);
    result.setAttribute("aria-busy", html === undefined);
    if (html === undefined || html === result.shown) return;
    result.innerHTML = result.shown = html;
  }

  // So that a link holds what is tried.
  function keep() {
    clearTimeout(later);
    const version = new FormData(form).getAll("version").map((value) => ["version", value]);
    const said = rows().filter(([[, what]]) => what);
    const pairs = [version, ...said, day()].flat().filter(([, value]) => value);
    const query = pairs.length ? `?${new URLSearchParams(pairs)}` : "";
    history.replaceState(history.state, "", location.pathname + query + location.hash);
  }

  // Not at every key: browsers count how often an address changes.
  let later;
  function keepSoon() {
    clearTimeout(later);
    later = setTimeout(keep, 300);
  }

  // The form with these changes, numbered from 1.
  function show(rows) {
    changes().forEach((change) => change.remove());
    rows.forEach((row, at) => {
      form.elements.day.closest(".form-group").insertAdjacentHTML("beforebegin", blank.replaceAll("{}", at + 1));
      row.forEach(([name, value]) => (changes()[at].querySelector(`[name="${name}"]`).value = value));
    });
    answer(Stage.Left);
    keep();
  }

  form.addEventListener("input", () => (answer(Stage.Typing), keepSoon()));
  form.addEventListener("change", () => (answer(Stage.Left), keep()));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter?.name === "more") {
      show([...rows(), []]);
      changes().at(-1).querySelector("select").focus();
    } else {
      answer(Stage.Sent);
      keep();
    }
  });
  form.addEventListener("click", (event) => {
    if (!event.target.matches(".what-if__without")) return;
    event.preventDefault();
    const place = changes().indexOf(event.target.closest("fieldset"));
    const left = rows().filter((_, at) => at !== place);
    show(left.length ? left : [[]]);
    changes()[Math.min(place, changes().length - 1)].querySelector("select").focus();
  });

  // What the browser kept of an earlier visit may be other than what the server was asked.
  result.shown = result.innerHTML.replaceAll("&nbsp;", "\u00a0");
  answer(Stage.Sent);
}
