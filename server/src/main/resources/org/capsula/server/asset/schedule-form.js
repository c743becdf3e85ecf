// Says what the form would come to while it is filled in. The server knows the rules, and says it.
const form = document.getElementById("release-form");
const element = (id, page = document) => page.getElementById(id);
let asked = new AbortController();

async function ask() {
  asked.abort();
  asked = new AbortController();
  if (!form.elements.opens.value) return;
  const fields = new URLSearchParams(new FormData(form));
  fields.set("do", "check");
  try {
    const answer = await fetch(form.action, { method: "POST", body: fields, signal: asked.signal });
    if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // Asked anew, or nobody answers: the buttons still do.
  }
}

function show(page) {
  const conflicts = [...element("conflicts", page).children].map(({ textContent }) => {
    const item = document.createElement("li");
    item.textContent = textContent;
    return item;
  });
  const wrong = element("fault", page)?.textContent;
  element("summary").textContent = wrong ?? element("summary", page).textContent;
  element("conflicts").replaceChildren(...conflicts);
  element("conflicts").hidden = conflicts.length === 0;
  element("outcome").hidden = false;
}

form.addEventListener("change", ask);
