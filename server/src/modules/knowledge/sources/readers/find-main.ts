import { DomUtils } from 'htmlparser2';
import { attribute, type Element, isElement, type Node } from './html-tree.ts';

/** What stands around the text of nearly every page, by element, role and the names that sites give it. */
const AROUND = new Set('nav header footer aside script style noscript template form'.split(' '));
const AROUND_ROLES = new Set('navigation banner contentinfo search complementary dialog alertdialog menu'.split(' '));
const AROUND_NAMES =
  /(?:^|[\s_-])(?:nav(?:igation|bar)?|menu|breadcrumbs?|footer|sidebar|cookie\w*|consent|newsletter|share|social|related|comments?|pagination|skip-?link|advert\w*|promo)(?:$|[\s_-])/i;
/** A candidate has to hold this share of the page's text to stand for it. */
const MAIN_SHARE = 0.25;

/**
 * The part of a page that is about something: what the page marks as its main part, else the element with the most text of
 * its own outside of links. Menus, banners and footers are taken out of the tree on the way.
 */
export function findMain(document: Node): Node {
  removeSurroundings(document);
  const elements = DomUtils.findAll(() => true, (document as Element).children as never) as unknown as Element[];
  const lengths = textLengths(document);
  const lengthOf = (node: Node) => lengths.get(node) ?? 0;
  const marked = elements.filter(
    (element) => element.name === 'main' || attribute(element, 'role') === 'main' || element.name === 'article',
  );
  const best = marked.reduce<Element | undefined>(
    (longest, element) => (longest && lengthOf(longest) >= lengthOf(element) ? longest : element),
    undefined,
  );
  if (best && lengthOf(best) >= lengthOf(document) * MAIN_SHARE) return best;
  return elements.find((element) => element.name === 'body') ?? document;
}

function removeSurroundings(node: Node) {
  const children = (node as Element).children as Node[] | undefined;
  if (!children) return;
  (node as Element).children = children.filter((child) => !isAround(child));
  for (const child of (node as Element).children) removeSurroundings(child);
}

function isAround(node: Node): boolean {
  if (!isElement(node)) return false;
  if (node.name === 'header') return DomUtils.findOne(isHeading, node.children as never, true) === null;
  if (AROUND.has(node.name) || AROUND_ROLES.has(attribute(node, 'role') ?? '')) return true;
  if (node.name === 'body' || node.name === 'html' || node.name === 'main' || node.name === 'article') return false;
  return AROUND_NAMES.test(`${attribute(node, 'class') ?? ''} ${attribute(node, 'id') ?? ''}`);
}

const isHeading = (element: { name: string }) => element.name === 'h1';

/** Characters of text in each node, white space aside. One walk, however deep the nodes stand in each other. */
function textLengths(root: Node): Map<Node, number> {
  const lengths = new Map<Node, number>();
  const measure = (node: Node): number => {
    const children = (node as Element).children as Node[] | undefined;
    const length = children
      ? children.reduce((sum, child) => sum + measure(child), 0)
      : node.type === 'text'
        ? (node as unknown as { data: string }).data.replaceAll(/\s+/g, '').length
        : 0;
    lengths.set(node, length);
    return length;
  };
  measure(root);
  return lengths;
}
