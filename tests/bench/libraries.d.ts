// Types of the parts that the bench uses of two libraries without types.
declare module 'mark.js' {
  export default class Mark {
    constructor(context: Element);
    mark(words: string[], options: { separateWordSearch: boolean; accuracy: 'exactly' }): void;
    unmark(): void;
  }
}

declare module 'findandreplacedomtext' {
  export default function findAndReplaceDOMText(
    root: Element,
    options: { find: RegExp; wrap: string },
  ): { revert(): void };
}
