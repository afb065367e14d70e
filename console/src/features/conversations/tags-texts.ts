import { pair } from '../../app/language.ts';

export const TAGS_TEXTS = {
  title: pair('Tags', 'Tags'),
  lead: pair(
    'Each group asks something about every conversation, and one of its tags is the answer. A tag is set when its words and examples stand in the conversation.',
    'Jede Gruppe fragt etwas über jedes Gespräch, und einer ihrer Tags ist die Antwort. Ein Tag wird gesetzt, wenn seine Wörter und Beispiele im Gespräch stehen.',
  ),
  kinds: {
    custom: pair('Your own', 'Ihre eigenen'),
    default: pair('Default', 'Standard'),
    mandatory: pair('Mandatory', 'Verpflichtend'),
  },
  kindHints: {
    custom: pair('Change them as you like.', 'Ändern Sie sie, wie Sie möchten.'),
    default: pair(
      'They come with every workspace and can not change.',
      'Sie gehören zu jedem Arbeitsbereich und bleiben, wie sie sind.',
    ),
    mandatory: pair(
      'Set on every conversation, so that figures mean the same everywhere.',
      'An jedem Gespräch gesetzt, damit Zahlen überall dasselbe bedeuten.',
    ),
  },
  none: pair('You have no groups of your own yet.', 'Sie haben noch keine eigenen Gruppen.'),
  noneHint: pair(
    'Such as “Product”, with the tags “Cards” and “Accounts”.',
    'Zum Beispiel „Produkt“ mit den Tags „Karten“ und „Konten“.',
  ),
  createGroup: pair('Make a group', 'Gruppe anlegen'),
  editGroup: pair('Change the group', 'Gruppe ändern'),
  removeGroup: pair('Delete the group', 'Gruppe löschen'),
  addTag: pair('Add a tag', 'Tag hinzufügen'),
  editTag: pair('Change', 'Ändern'),
  removeTag: pair('Delete', 'Löschen'),
  of: pair(
    (name: string) => `: ${name}`,
    (name: string) => `: ${name}`,
  ),
  name: pair('Name', 'Name'),
  question: pair('What it asks', 'Was sie fragt'),
  questionHint: pair('Such as: which product is it about?', 'Etwa: Um welches Produkt geht es?'),
  prompt: pair('How it is chosen', 'Wie gewählt wird'),
  promptHint: pair('In words, for the language model.', 'In Worten, für das Sprachmodell.'),
  several: pair('A conversation can have several of its tags', 'Ein Gespräch kann mehrere ihrer Tags haben'),
  output: pair('Give its tags back with the answer', 'Ihre Tags mit der Antwort zurückgeben'),
  words: pair('Keywords and examples', 'Stichwörter und Beispiele'),
  wordsHint: pair('Separated by commas.', 'Durch Kommas getrennt.'),
  one: pair('one tag', 'ein Tag'),
  many: pair('several tags', 'mehrere Tags'),
  isOutput: pair('given back with the answer', 'mit der Antwort zurückgegeben'),
  noTags: pair('No tags yet.', 'Noch keine Tags.'),
  save: pair('Save', 'Speichern'),
  cancel: pair('Cancel', 'Abbrechen'),
  taken: pair('There is one of this name already.', 'Diesen Namen gibt es schon.'),
  removeGroupQuestion: pair(
    (title: string) => `Delete “${title}” with all its tags?`,
    (title: string) => `„${title}“ mit allen Tags löschen?`,
  ),
  removeTagQuestion: pair(
    (title: string) => `Delete the tag “${title}”?`,
    (title: string) => `Den Tag „${title}“ löschen?`,
  ),
  removeText: pair(
    'It goes from every conversation that has it. This can not be undone.',
    'Er verschwindet von jedem Gespräch, das ihn hat. Das lässt sich nicht rückgängig machen.',
  ),
};
