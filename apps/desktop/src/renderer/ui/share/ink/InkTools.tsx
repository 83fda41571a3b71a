import { MousePointer2, Pencil } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Intents, useApp } from "../../appContext";
import { useInk } from "../../hooks/stores";
import { classNames } from "../../kit/classNames";
import { t } from "../../strings/strings";
import bar from "../viewer/OverBar.module.css";
import { type PictureTool, useShareView } from "../viewer/shareViewContext";
import { ToolButton } from "../viewer/ToolButton";
import styles from "./Ink.module.css";
import { useInkCanvas } from "./useInkCanvas";
import { useLetterKey } from "./useLetterKey";

type ToolName = "pointer" | "pen";

/** Strokes of one page are never mixed up, whichever share they are on. */
let strokes = 0;

function penOf(intents: Intents): PictureTool {
  let stroke = 0;
  return {
    cursor: "crosshair",
    begin(at) {
      strokes += 1;
      stroke = strokes;
      intents.drawInk(stroke, [at]);
    },
    move: (at) => at.length > 0 && intents.drawInk(stroke, [...at]),
    end: () => {},
    // What is drawn already fades by itself.
    cancel: () => {},
  };
}

function pointerOf(intents: Intents): PictureTool {
  const away = () => intents.pointInk(null);
  return {
    cursor: "none",
    hover: (at) => intents.pointInk(at),
    begin: (at) => intents.pointInk(at),
    move: (at) => intents.pointInk(at.at(-1) ?? null),
    // A finger that was lifted points at nothing; a mouse goes on hovering.
    end: away,
    cancel: away,
  };
}

/** Which tool is in hand, if they let me draw at all. */
function useTool(mayDraw: boolean) {
  const { intents } = useApp();
  const { setTool } = useShareView();
  const [name, setName] = useState<ToolName | null>(null);
  const held = mayDraw ? name : null;
  useEffect(() => {
    if (!held) return;
    setTool(held === "pen" ? penOf(intents) : pointerOf(intents));
    return () => {
      setTool(null);
      intents.pointInk(null);
    };
  }, [held, intents, setTool]);
  const toggle = useCallback((wanted: ToolName) => setName((now) => (now === wanted ? null : wanted)), []);
  return { held, toggle };
}

/** Pointing and drawing on what they share, and what I drew there, fading. A child of the share's view. */
export function InkTools() {
  const { ink } = useApp();
  const { viewport, shown } = useShareView();
  const mayDraw = useInk((state) => state.mayDraw);
  const { held, toggle } = useTool(mayDraw);
  const canvas = useRef<HTMLCanvasElement>(null);
  useInkCanvas(canvas, ink.onTheirs, () => viewport);
  useLetterKey("d", () => toggle("pen"), mayDraw);
  useLetterKey("p", () => toggle("pointer"), mayDraw);
  return (
    <>
      <canvas ref={canvas} className={styles.canvas} data-ink="onTheirs" aria-hidden="true" />
      {mayDraw && (
        <div className={classNames(bar.bar, styles.tools, shown && bar.shown)} role="group" aria-label={t.ink.tools}>
          <ToolButton
            side="below"
            label={t.ink.pointer}
            shortcut="P"
            pressed={held === "pointer"}
            onClick={() => toggle("pointer")}
          >
            <MousePointer2 size={18} aria-hidden="true" />
          </ToolButton>
          <ToolButton
            side="below"
            label={t.ink.draw}
            shortcut="D"
            pressed={held === "pen"}
            onClick={() => toggle("pen")}
          >
            <Pencil size={18} aria-hidden="true" />
          </ToolButton>
        </div>
      )}
    </>
  );
}
