// What is written is saved while one types: the form's own post, sent for the writer after a pause. The page that would
// follow says how it went. Without this, the button does the same.

const PAUSE = 2000;

const form = document.querySelector("form[data-draft]");
const told = form?.querySelector("[data-draft-told]");
const content = () => new URLSearchParams(new FormData(form));

// Without the number of the save, which changes with each.
const written = () => [...content()].filter(([name]) => name !== "seen").join("\n");

// What was refused and is shown again is on the page alone.
let saved = form?.dataset.draft === "saved" ? written() : undefined;
let later;
let under_way = Promise.resolve();
let is_saving = false;
// Once it was refused it is for the writer to go on: their button shows why, with what they wrote.
let refused = false;

// Forms that were held up, and go however that went; and whether the form itself is what leaves the page.
const tried = new WeakSet();
let goes = false;

// Whether another form does something to the same nomination.
const isOfThis = (other) => other.action.startsWith(form.action) || "nomination" in other.elements;

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
    is_saving = true;
    const page = await post().catch(() => undefined);
    is_saving = false;
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
  document.addEventListener("visibilitychange", () => document.hidden && saved !== undefined && save());
  // What could not be saved is on the page alone: whoever leaves it is asked first.
  window.addEventListener("beforeunload", (event) => {
    if (!goes && (refused || saved === undefined) && written() !== saved) event.preventDefault();
  });
  // No form goes while a save is on its way, with the number from before it; and another than this one goes after what is
  // written is saved. Where that was refused, no other of the same nomination goes without it, and says why.
  document.addEventListener("submit", async (event) => {
    const other = event.target;
    const is_own = other === form;
    clearTimeout(later);
    if (!is_saving && (is_own || tried.delete(other) || written() === saved)) {
      goes = is_own;
      return;
    }
    event.preventDefault();
    await (is_own ? under_way : save());
    if (!is_own && written() !== saved && isOfThis(other)) {
      told.textContent = form.dataset.draftHeld;
      form.scrollIntoView();
      return;
    }
    tried.add(other);
    // Not within the event: a form that is being submitted is not submitted.
    setTimeout(() => other.requestSubmit(event.submitter));
  });
}
