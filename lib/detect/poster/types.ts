/** A box on the screen, in CSS pixels from the top left corner of the view. */
export interface ScreenBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** An image of a poster's shape that is wholly on the screen, with nothing over it. */
export interface ShownPoster {
  box: ScreenBox;
  /** The size of the view, in CSS pixels. */
  view: { width: number; height: number };
  /** What the page calls the image: its alternative text and its title. */
  names: string[];
  /** Whether the page's head or data names this image as that of the page. */
  isDeclared: boolean;
}
