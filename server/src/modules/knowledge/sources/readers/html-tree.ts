/** The few shapes of the parser's tree that the readers look at. */
export interface Node {
  type: string;
}

export interface Element extends Node {
  name: string;
  attribs: Record<string, string>;
  children: Node[];
}

export const isElement = (node: Node): node is Element => 'attribs' in node;
export const nameOf = (element: Element): string => element.name;
export const attribute = (node: Node, name: string): string | undefined =>
  isElement(node) ? node.attribs[name] : undefined;
