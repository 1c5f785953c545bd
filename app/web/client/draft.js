// What is written is saved while one types: the form's own post, sent for the writer after a pause. The page that would
// follow says how it went. Without this, the button does the same.

const PAUSE = 2000;

const form = document.querySelector("form[data-draft]");
const told = form?.querySelector("[data-draft-told]");
const content = () => new URLSearchParams(new FormData(form));

// Without the number of the save, which changes with each.
const written = () => [...content()].filter(([name]) => name !== "seen").join("\n");

let saved = form && written();
let later;
let under_way = Promise.resolve();
// Once it was refused it is for the writer to go on: their button shows why, with what they wrote.
let refused = false;

const isDirty = () => !refused && written() !== saved;

// The page that follows; none where it was refused.
async function post() {
  // What outlives its page may be 64 KB at most.
  const response = await fetch(form.action, { method: "POST", body: content(), keepalive: document.hidden });
  refused = !response.ok;
  return response.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : undefined;
}

// One at a time: each builds on the number of the one before.
function save() {
  clearTimeout(later);
  under_way = under_way.then(async () => {
    if (!isDirty()) return;
    const sent = written();
    told.textContent = form.dataset.draftSaving;
    // Where nobody answers it is tried again with what is written next.
    const page = await post().catch(() => undefined);
    const seen = page?.querySelector("form[data-draft] [name=seen]")?.value;
    if (!seen) {
      told.textContent = form.dataset.draftFailed;
      return;
    }
    document.querySelectorAll("[name=seen]").forEach((field) => (field.value = seen));
    told.textContent = page.querySelector(".notification-banner--success").textContent;
    saved = sent;
  });
  return under_way;
}

if (form) {
  form.addEventListener("input", () => {
    clearTimeout(later);
    later = setTimeout(save, PAUSE);
  });
  document.addEventListener("visibilitychange", () => document.hidden && save());
  // Another form of the page goes after what is written is saved, and with its number.
  document.addEventListener("submit", async (event) => {
    if (event.target === form) return clearTimeout(later);
    if (written() === saved) return;
    event.preventDefault();
    await save();
    if (written() === saved) event.target.requestSubmit(event.submitter);
    else form.scrollIntoView();
  });
}
