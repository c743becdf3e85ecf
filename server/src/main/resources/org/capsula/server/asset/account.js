// What is shown once is copied by a button. Without script, or where the browser refuses, it is selected and copied by hand.

for (const button of document.querySelectorAll("button[data-copies]")) {
  if (!navigator.clipboard) {
    continue;
  }
  button.hidden = false;
  button.addEventListener("click", async () => {
    const secret = document.getElementById(button.dataset.copies);
    try {
      await navigator.clipboard.writeText(secret.textContent.trim());
      button.parentElement.querySelector("[role=status]").textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(secret);
    }
  });
}
