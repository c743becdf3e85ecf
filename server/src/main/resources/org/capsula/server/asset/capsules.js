// The studio's list while it is open: what runs moves, what changed is shown, what is done is done in place.
// Without it the page is the same, and stands still.

const root = document.getElementById("capsules");
const notice = document.getElementById("notice");
const connection = document.getElementById("connection");
const live = document.getElementById("live");
const dialog = document.getElementById("delete-dialog");

/** How long changes are gathered before the list is asked for again, and at least between two of its answers. */
const GATHERING = 400;
const RESTING = 2000;
/** How often the list is asked for where no events come. */
const LOOKING = 15000;

// ---- The list as the server has it now ----

/** Each row as the server sent it: what the events have written into it since is no change. */
const sent = new Map();
let revision = root.dataset.revision;
let refreshing = null;
let timer = 0;

function remember(within) {
  within.querySelectorAll("tr.capsule").forEach((row) => sent.set(row.id, row.outerHTML));
}

let refreshed = -RESTING;

function refreshSoon() {
  window.clearTimeout(timer);
  const rest = refreshed + RESTING - performance.now();
  timer = window.setTimeout(() => refresh(), Math.max(GATHERING, rest));
}

/** One at a time: whoever asks meanwhile gets another one after it. */
function refresh(said) {
  if (refreshing) {
    return refreshing.then(() => refresh(said));
  }
  refreshing = load(said).finally(() => {
    refreshing = null;
    refreshed = performance.now();
    if (last) {
      // What was told meanwhile may be newer than the answer.
      show(last);
    }
  });
  return refreshing;
}

async function load(said) {
  const address = new URL(window.location.href);
  address.searchParams.delete("said");
  address.searchParams.delete("deleted");
  Object.entries(said ?? {}).forEach(([name, value]) => address.searchParams.set(name, value));
  let answer;
  try {
    answer = await fetch(address, { headers: { Accept: "text/html" } });
  } catch {
    return;
  }
  if (new URL(answer.url).pathname !== address.pathname) {
    signedOut();
    return;
  }
  if (!answer.ok) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const other = page.getElementById("capsules");
  revision = other.dataset.revision;
  if (said) {
    notice.replaceChildren(...document.adoptNode(page.getElementById("notice")).childNodes);
  }
  takeOver(page.getElementById("list"));
}

function takeOver(list) {
  const before = stateOfRows();
  const mine = document.getElementById("rows");
  const theirs = list.querySelector("#rows");
  if (mine && theirs) {
    const more = list.querySelector(".more");
    document.querySelector("#list > .more")?.remove();
    if (more) {
      document.getElementById("list").append(document.adoptNode(more));
    }
    reconcile(mine, theirs);
  } else {
    remember(list);
    document.getElementById("list").replaceChildren(...document.adoptNode(list).childNodes);
  }
  tellMilestones(before);
}

function reconcile(mine, theirs) {
  const rows = [...theirs.children];
  const kept = new Set(rows.map((row) => row.id));
  [...mine.children].filter((row) => !kept.has(row.id)).forEach((row) => row.remove());
  rows.forEach((row, index) => {
    const old = document.getElementById(row.id);
    const html = row.outerHTML;
    let now = old;
    if (!old || sent.get(row.id) !== html) {
      now = document.adoptNode(row);
      sent.set(row.id, html);
      if (old) {
        replace(old, now);
      }
    }
    if (mine.children[index] !== now) {
      mine.insertBefore(now, mine.children[index] ?? null);
    }
  });
}

/** What was unfolded stays so, and whoever stood somewhere with the keyboard stands there still. */
function replace(old, now) {
  old.querySelectorAll("details[open]").forEach((each) => {
    now.querySelector(`details[data-key="${each.dataset.key}"]`)?.setAttribute("open", "");
  });
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.closest("[data-key]")?.dataset.key;
  old.replaceWith(now);
  if (focused) {
    const place = key ? now.querySelector(`[data-key="${key}"]`) : null;
    (place?.matches("details") ? place.firstElementChild : place ?? now.querySelector("[data-key]"))?.focus();
  }
}

// ---- What people hear of it: beginnings and ends, never each percent ----

function stateOfRows() {
  const states = new Map();
  document.querySelectorAll("tr.capsule").forEach((row) => states.set(row.id, row.dataset.outcome));
  return states;
}

function tellMilestones(before) {
  document.querySelectorAll("tr.capsule").forEach((row) => {
    const was = before.get(row.id);
    const is = row.dataset.outcome;
    if (was === is) {
      return;
    }
    if (is === "running") {
      tell(root.dataset.begun, row);
    } else if (was === undefined) {
      // It came in between two looks, with whatever it has behind it.
    } else if (is === "done") {
      tell(root.dataset.done, row);
    } else if (is === "failed") {
      tell(root.dataset.failed, row);
    }
  });
}

function tell(sentence, row) {
  const line = document.createElement("span");
  line.textContent = sentence.replace("%", () => row.dataset.title) + " ";
  live.append(line);
  // What was said long ago is not to be read again by whoever comes by.
  window.setTimeout(() => line.remove(), 10000);
}

// ---- Events ----

let source = null;
let last = null;
let looking = 0;
let over = false;

function listen() {
  if (source || over || document.hidden) {
    return;
  }
  if (!("EventSource" in window)) {
    look();
    return;
  }
  source = new EventSource(root.dataset.events);
  source.addEventListener("state", (event) => {
    online();
    show(JSON.parse(event.data));
  });
  source.addEventListener("end", () => signedOut());
  source.addEventListener("full", () => {
    // Newer pages of the same person listen; this one asks now and then.
    hush();
    look();
  });
  source.addEventListener("open", () => online());
  source.addEventListener("error", () => {
    if (source && source.readyState === EventSource.CLOSED) {
      // The server would not have it: a session that has ended, or too many pages at once.
      hush();
      look();
    } else {
      connection.textContent = root.dataset.offline;
      connection.hidden = false;
    }
  });
}

function online() {
  connection.hidden = true;
  window.clearInterval(looking);
  looking = 0;
}

function hush() {
  source?.close();
  source = null;
}

/** Where no events come: the list itself, now and then, and another try to listen. */
function look() {
  if (looking || over) {
    return;
  }
  refresh();
  looking = window.setInterval(() => {
    if (!document.hidden && !over) {
      refresh();
      if ("EventSource" in window) {
        listen();
      }
    }
  }, LOOKING);
}

function show(state) {
  const first = last === null;
  last = state;
  const running = new Map(state.productions.map((production) => [production.capsule, production]));
  let stale = state.revision !== revision;
  document.querySelectorAll("tr.capsule").forEach((row) => {
    const production = running.get(row.dataset.capsule);
    if ((production?.id ?? "") !== row.dataset.production) {
      stale = true;
    } else if (production) {
      move(row, production);
    }
  });
  if (stale && !refreshing) {
    if (first) {
      refresh();
    } else {
      refreshSoon();
    }
  }
}

function move(row, production) {
  const bar = row.querySelector("progress");
  if (!bar) {
    return;
  }
  bar.value = production.percent;
  write(row.querySelector("[data-percent]"), `${production.percent}\u00a0%`);
  write(row.querySelector("[data-doing]"), production.doing ?? "");
  write(row.querySelector("[data-left]"), production.left ?? "");
}

function write(place, text) {
  if (place && place.textContent !== text) {
    place.textContent = text;
  }
}

function signedOut() {
  over = true;
  hush();
  window.clearInterval(looking);
  const link = document.createElement("a");
  const here = window.location;
  const language = new URLSearchParams(here.search).get("lang");
  link.href = `/sign-in?next=${encodeURIComponent(here.pathname + here.search)}`
    + (language ? `&lang=${encodeURIComponent(language)}` : "");
  link.textContent = root.dataset.signIn;
  connection.replaceChildren(document.createTextNode(`${root.dataset.signedOut} `), link);
  connection.hidden = false;
}

// ---- What is done ----

function complain(sentence) {
  const line = document.createElement("p");
  line.className = "notice bad";
  line.textContent = sentence;
  notice.replaceChildren(line);
  notice.focus();
}

/** @returns whether it was done */
async function ask(call) {
  const [method, address] = call.split(" ");
  try {
    const answer = await fetch(address, { method, headers: { Accept: "application/json" } });
    if (answer.status === 401) {
      signedOut();
      return "over";
    }
    if (answer.status === 409 || answer.status === 404) {
      return "not-now";
    }
    if (!answer.ok) {
      return null;
    }
    return (await answer.json()).changed ? "done" : "already";
  } catch {
    return null;
  }
}

async function carryOut(call, said) {
  const outcome = await ask(call);
  if (outcome === null) {
    complain(root.dataset.trouble);
  } else if (outcome === "done") {
    await refresh(said);
  } else if (outcome !== "over") {
    await refresh({ said: outcome });
  }
  return outcome;
}

root.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-api]");
  if (!form) {
    return;
  }
  event.preventDefault();
  const button = form.querySelector("button");
  if (button.getAttribute("aria-disabled") === "true") {
    return;
  }
  button.setAttribute("aria-disabled", "true");
  const fromNotice = notice.contains(form);
  await carryOut(form.dataset.api, { said: form.dataset.said });
  button.removeAttribute("aria-disabled");
  if (fromNotice || !document.activeElement || document.activeElement === document.body) {
    notice.focus();
  }
});

let asked = null;

root.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-delete]");
  if (!link || !dialog.showModal || event.metaKey || event.ctrlKey) {
    return;
  }
  event.preventDefault();
  asked = link;
  document.getElementById("delete-name").textContent = link.closest("tr").dataset.title;
  dialog.showModal();
});

document.getElementById("delete-no").addEventListener("click", () => dialog.close());

document.getElementById("delete-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const link = asked;
  dialog.close();
  const row = link.closest("tr");
  const outcome = await carryOut(link.dataset.delete, { deleted: row.dataset.capsule });
  if (outcome === "done") {
    (notice.querySelector("button") ?? notice).focus();
  }
});

document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    // A browser has six connections to a server, and its pages share them.
    hush();
  } else {
    listen();
  }
});
window.addEventListener("pagehide", hush);
window.addEventListener("pageshow", () => listen());

remember(document);
listen();
