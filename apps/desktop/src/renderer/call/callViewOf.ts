import type { ViewOf } from "./callView";

export declare const viewOf: ViewOf;
