// The page's own words. What stands in the sheet and in the letters is the campaign's.

const FR = {
  title: "Entraide : bac à sable",
  tagline: "Bac à sable : une campagne inventée, un vrai démon au travail. Rien ne part d’ici.",
  cancel: "Annuler",
  "strip.title": "Où en est la campagne",
  "strip.answers": "Réponses",
  "strip.drafts": "Brouillons",
  "strip.sent": "Envoyés",
  "strip.statuses": "Réponses par statut",
  "strip.requests": "Requêtes à Google",
  "strip.nobody": "Le démon n’a encore rien écrit dans la feuille.",
  "kind.token": "jetons",
  "kind.sheets.read": "Sheets, lectures",
  "kind.sheets.write": "Sheets, écritures",
  "kind.forms.read": "Forms, lectures",
  "kind.forms.write": "Forms, écritures",
  "kind.gmail.read": "Gmail, lectures",
  "kind.gmail.write": "Gmail, écritures",
  "daemon.title": "Le démon",
  "daemon.running": "en marche",
  "daemon.paused": "en pause",
  "daemon.dead": "mort",
  "daemon.start": "Démarrer",
  "daemon.pause": "Pause",
  "daemon.kill": "Tuer",
  "sheet.title": "La feuille",
  "sheet.tabs": "Onglets de la feuille",
  "sheet.sortBy": "Trier par",
  "sheet.sort": "Trier",
  "sheet.copyRow": "Dupliquer",
  "sheet.insertRow": "Insérer",
  "sheet.inserted": "Une ligne vide est insérée en {row}.",
  "sheet.deleteRows": "Supprimer",
  "sheet.deleted": "Lignes supprimées : {count}.",
  "sheet.redo": "Rétablir",
  "sheet.redone": "La modification annulée est rétablie.",
  "sheet.nothingToRedo": "Il n’y a rien à rétablir.",
  "sheet.copied": "La ligne {row} est copiée en ligne {below}.",
  "sheet.undo": "Annuler",
  "sheet.undone": "La dernière modification est annulée.",
  "sheet.nothingToUndo": "Il n’y a rien à annuler.",
  "sheet.enlarge": "Agrandir",
  "sheet.help": "Flèches pour aller d’une cellule à l’autre, avec Maj pour en choisir plusieurs ; Entrée, double clic ou simple frappe pour écrire, Échap pour renoncer, Suppr pour vider, Espace pour cocher ; Ctrl+C, Ctrl+X, Ctrl+V, aussi d’un tableur à l’autre.",
  "sheet.before": "Lignes précédentes",
  "sheet.after": "Lignes suivantes",
  "sheet.shown": "{from} à {to} sur {all}",
  "sheet.row": "Ligne",
  "sheet.cell": "Contenu de la cellule {cell}",
  "sheet.moved": "La ligne a bougé ou changé entre-temps ; rien n’a été écrit.",
  "sheet.sorted": "La feuille est triée par « {column} ».",
  "mail.title": "La boîte du délégué",
  "mail.boxes": "Dossiers",
  "mail.letters": "Messages",
  "mail.drafts": "Brouillons",
  "mail.sent": "Envoyés",
  "mail.trash": "Corbeille",
  "mail.none": "Aucun message ici.",
  "mail.to": "À :",
  "mail.subject": "Objet :",
  "mail.text": "Texte :",
  "mail.send": "Envoyer",
  "mail.edit": "Modifier",
  "mail.discard": "Jeter",
  "mail.save": "Enregistrer",
  "mail.isSent": "Message envoyé (en jeu seulement) : {subject}",
  "mail.isDiscarded": "Brouillon jeté : {subject}",
  "mail.isSaved": "Brouillon enregistré.",
  "form.open": "Répondre au formulaire",
  "form.example": "Une personne d’exemple",
  "form.submit": "Envoyer la réponse",
  "form.email": "Adresse e-mail",
  "form.required": "obligatoire",
  "form.other": "Autre :",
  "form.done": "Réponse envoyée : elle est dans la feuille.",
  "error.refused": "Refusé : {why}",
  "error.silent": "Le bac à sable ne répond plus. Est-il fermé ?",
  "other.language": "English",
};

const EN = {
  title: "Entraide: sandbox",
  tagline: "Sandbox: an invented campaign, a real daemon at work. Nothing leaves this machine.",
  cancel: "Cancel",
  "strip.title": "How the campaign stands",
  "strip.answers": "Answers",
  "strip.drafts": "Drafts",
  "strip.sent": "Sent",
  "strip.statuses": "Answers by status",
  "strip.requests": "Requests to Google",
  "strip.nobody": "The daemon has written nothing into the sheet yet.",
  "kind.token": "tokens",
  "kind.sheets.read": "Sheets reads",
  "kind.sheets.write": "Sheets writes",
  "kind.forms.read": "Forms reads",
  "kind.forms.write": "Forms writes",
  "kind.gmail.read": "Gmail reads",
  "kind.gmail.write": "Gmail writes",
  "daemon.title": "The daemon",
  "daemon.running": "running",
  "daemon.paused": "paused",
  "daemon.dead": "dead",
  "daemon.start": "Start",
  "daemon.pause": "Pause",
  "daemon.kill": "Kill",
  "sheet.title": "The sheet",
  "sheet.tabs": "Tabs of the sheet",
  "sheet.sortBy": "Sort by",
  "sheet.sort": "Sort",
  "sheet.copyRow": "Duplicate",
  "sheet.insertRow": "Insert",
  "sheet.inserted": "An empty row is inserted at {row}.",
  "sheet.deleteRows": "Delete",
  "sheet.deleted": "Rows deleted: {count}.",
  "sheet.redo": "Redo",
  "sheet.redone": "The undone change is made again.",
  "sheet.nothingToRedo": "There is nothing to redo.",
  "sheet.copied": "Row {row} is copied to row {below}.",
  "sheet.undo": "Undo",
  "sheet.undone": "The last change is undone.",
  "sheet.nothingToUndo": "There is nothing to undo.",
  "sheet.enlarge": "Enlarge",
  "sheet.help": "Arrow keys move between cells, with Shift they choose several; Enter, a double click or just typing to write, Escape to give up, Delete to clear, Space to tick; Ctrl+C, Ctrl+X, Ctrl+V, also to and from spreadsheet programs.",
  "sheet.before": "Rows before",
  "sheet.after": "Rows after",
  "sheet.shown": "{from} to {to} of {all}",
  "sheet.row": "Row",
  "sheet.cell": "Content of cell {cell}",
  "sheet.moved": "The row has moved or changed meanwhile; nothing was written.",
  "sheet.sorted": "The sheet is sorted by “{column}”.",
  "mail.title": "The delegate’s mailbox",
  "mail.boxes": "Folders",
  "mail.letters": "Messages",
  "mail.drafts": "Drafts",
  "mail.sent": "Sent",
  "mail.trash": "Trash",
  "mail.none": "No message here.",
  "mail.to": "To:",
  "mail.subject": "Subject:",
  "mail.text": "Text:",
  "mail.send": "Send",
  "mail.edit": "Edit",
  "mail.discard": "Discard",
  "mail.save": "Save",
  "mail.isSent": "Message sent (in play only): {subject}",
  "mail.isDiscarded": "Draft discarded: {subject}",
  "mail.isSaved": "Draft saved.",
  "form.open": "Answer the form",
  "form.example": "An example person",
  "form.submit": "Send the answer",
  "form.email": "E-mail address",
  "form.required": "required",
  "form.other": "Other:",
  "form.done": "Answer sent: it is in the sheet.",
  "error.refused": "Refused: {why}",
  "error.silent": "The sandbox no longer answers. Is it closed?",
  "other.language": "Français",
};

let language = "fr";
const listeners = [];

/** The page's words for a key, with {names} filled in. */
export function say(key, values = {}) {
  const words = (language === "fr" ? FR : EN)[key] ?? key;
  return words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Runs now and whenever the language changes. */
export function spoken(listener) {
  listeners.push(listener);
  listener();
}

export const otherLanguage = () => speak(language === "fr" ? "en" : "fr");

function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen;
  listeners.forEach((listener) => listener());
}

/** Fills in every element that names its words. */
export function fillIn() {
  document.title = say("title");
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = say(element.dataset.text);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
    if (element.classList.contains("sign")) {
      element.title = say(element.dataset.label);
    }
  }
}
