import { useEffect, useRef, useState } from "react";
import type { Failure } from "../../appContext";
import { type Crop, wholeCrop } from "./crop";
import { openPicture } from "./pictureFile";

interface Chosen {
  readonly picture: ImageBitmap;
  readonly crop: Crop;
}

export interface ChosenPicture {
  /** null: none yet. */
  readonly chosen: Chosen | null;
  /** What is wrong with the file that was chosen last. */
  readonly fault: Failure | null;
  readonly choose: (file: Blob) => void;
  readonly setCrop: (crop: Crop) => void;
}

/** The picture that was picked, dropped or pasted, and which part of it is taken. */
export function useChosenPicture(): ChosenPicture {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [fault, setFault] = useState<Failure | null>(null);
  const newest = useRef(0);
  useEffect(() => () => chosen?.picture.close(), [chosen?.picture]);
  const choose = async (file: Blob) => {
    const turn = ++newest.current;
    const opened = await openPicture(file);
    // A large file that was chosen before may be open only now.
    if (turn !== newest.current) return;
    setFault("failure" in opened ? opened.failure : null);
    if ("picture" in opened) setChosen({ picture: opened.picture, crop: wholeCrop });
  };
  return {
    chosen,
    fault,
    choose: (file) => void choose(file),
    setCrop: (crop) => setChosen((before) => before && { ...before, crop }),
  };
}
