import { type PointerEvent, useEffect, useId, useRef } from "react";
import { t } from "../../strings/strings";
import { type Crop, drawnBy, MAX_ZOOM, squareOf, zoomedTo } from "./crop";
import styles from "./PictureDialog.module.css";
import { drawCrop } from "./pictureFile";

interface CropViewProps {
  picture: ImageBitmap;
  crop: Crop;
  onChange: (crop: Crop) => void;
}

interface SliderProps {
  label: string;
  /** In percent. */
  value: number;
  min?: number;
  max?: number;
  disabled?: boolean;
  onChange: (percent: number) => void;
}

function Slider({ label, value, min = 0, max = 100, disabled = false, onChange }: SliderProps) {
  const id = useId();
  const percent = Math.round(value);
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        value={percent}
        disabled={disabled}
        aria-valuetext={`${percent}%`}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </>
  );
}

/** How near one looks, and where the square lies along each side where there is room to move it. */
function Sliders({ picture, crop, onChange }: CropViewProps) {
  const { left, top, side } = squareOf(picture, crop);
  const [roomAcross, roomDown] = [picture.width - side, picture.height - side];
  const share = (at: number, room: number) => (room > 0 ? (at / room) * 100 : 50);
  return (
    <div className={styles.sliders}>
      <Slider
        label={t.picture.zoom}
        value={crop.zoom * 100}
        min={100}
        max={MAX_ZOOM * 100}
        onChange={(percent) => onChange(zoomedTo(picture, crop, percent / 100))}
      />
      <Slider
        label={t.picture.across}
        value={share(left, roomAcross)}
        disabled={roomAcross < 1}
        onChange={(percent) => onChange(drawnBy(picture, crop, (left - (percent / 100) * roomAcross) / side, 0))}
      />
      <Slider
        label={t.picture.down}
        value={share(top, roomDown)}
        disabled={roomDown < 1}
        onChange={(percent) => onChange(drawnBy(picture, crop, 0, (top - (percent / 100) * roomDown) / side))}
      />
    </div>
  );
}

/** The picture as it will be seen; drawn with a finger or the mouse, or by the sliders, it shows another part. */
export function CropView({ picture, crop, onChange }: CropViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) drawCrop(canvas.current, picture, crop);
  }, [picture, crop]);
  // Not `movementX`: browsers do not agree on its unit.
  const held = useRef({ x: 0, y: 0 });
  const hold = ({ clientX: x, clientY: y }: PointerEvent) => {
    const before = held.current;
    held.current = { x, y };
    return { dx: x - before.x, dy: y - before.y };
  };
  const grab = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    hold(event);
  };
  const drag = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { dx, dy } = hold(event);
    const { clientWidth } = event.currentTarget;
    onChange(drawnBy(picture, crop, dx / clientWidth, dy / clientWidth));
  };
  return (
    <>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t.picture.preview}
        className={styles.preview}
        onPointerDown={grab}
        onPointerMove={drag}
      />
      <Sliders picture={picture} crop={crop} onChange={onChange} />
    </>
  );
}
