/** The shared picture: an editor at Full HD, whose every pixel follows from the wall clock alone. */
export const sceneSize = { width: 1920, height: 1080 } as const;

/** How often a new picture is drawn, per second: as often as most screens' recorders are asked to look. */
export const DRAWS_PER_SECOND = 30;

const LINE = 24;
const CHUNK_LINES = 80;
/** Pixels per draw while the person scrolls, about nine lines per second. */
const STEP = 7;
/** In draws: somebody scrolls, reads for a moment, scrolls on. */
const SCROLLING = 42;
const READING = 18;

const colours = {
  paper: "#1e1f26",
  plain: "#d6d8e0",
  number: "#6b7080",
  tokens: [
    [/^\/\/.*|^\/?\*.*/, "#7f9f7f"],
    [/^(["'`])(?:\\.|(?!\1).)*\1?/, "#e0a878"],
    [
      /^(?:import|export|from|type|interface|const|let|function|return|if|for|of|readonly|await|async|new|void)\b/,
      "#7fb2ff",
    ],
    [/^[A-Z]\w*/, "#6fd3c0"],
    [/^\d[\d_.]*/, "#d7b8ff"],
    [/^\w+(?=\()/, "#f0e08a"],
    [/^\w+/, "#d6d8e0"],
  ] as readonly (readonly [RegExp, string])[],
} as const;

export interface Scene {
  /** Draws what is on the screen at `clock`, in ms since 1970. */
  draw(onto: CanvasRenderingContext2D, clock: number): void;
}

/** Renders the text once, in pieces, so that a draw costs a copy and the bench measures the codec and not the font. */
export function createScene(source: string): Scene {
  const lines = source.split("\n");
  const chunks: HTMLCanvasElement[] = [];
  for (let first = 0; first < lines.length; first += CHUNK_LINES) {
    chunks.push(renderLines(lines.slice(first, first + CHUNK_LINES), first + 1));
  }
  const range = lines.length * LINE - sceneSize.height;
  const chunkHeight = CHUNK_LINES * LINE;
  return {
    draw(onto, clock) {
      const top = scrollAt(clock, range);
      onto.fillStyle = colours.paper;
      onto.fillRect(0, 0, sceneSize.width, sceneSize.height);
      chunks.forEach((chunk, index) => {
        const y = index * chunkHeight - top;
        if (y < sceneSize.height && y + chunkHeight > 0) onto.drawImage(chunk, 0, y);
      });
    },
  };
}

/** Pixels above the screen: down through the whole text and up again, with pauses. */
function scrollAt(clock: number, range: number): number {
  const draw = Math.round((clock * DRAWS_PER_SECOND) / 1000);
  const period = SCROLLING + READING;
  const steps = Math.floor(draw / period) * SCROLLING + Math.min(draw % period, SCROLLING);
  const way = (steps * STEP) % (2 * range);
  return way < range ? way : 2 * range - way;
}

function renderLines(lines: readonly string[], firstNumber: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = sceneSize.width;
  canvas.height = CHUNK_LINES * LINE;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = "17px 'DejaVu Sans Mono', monospace";
  context.textBaseline = "middle";
  lines.forEach((line, index) => {
    const y = (index + 0.5) * LINE;
    context.fillStyle = colours.number;
    context.fillText(String(firstNumber + index).padStart(4), 12, y);
    drawLine(context, line, y);
  });
  return canvas;
}

function drawLine(context: CanvasRenderingContext2D, line: string, y: number): void {
  const advance = context.measureText("0").width;
  for (let column = 0; column < line.length; ) {
    const rest = line.slice(column);
    const token = colours.tokens.find(([pattern]) => pattern.test(rest));
    const text = (token && token[0].exec(rest)?.[0]) || rest.slice(0, 1);
    context.fillStyle = token?.[1] ?? colours.plain;
    context.fillText(text, 80 + column * advance, y);
    column += text.length;
  }
}
