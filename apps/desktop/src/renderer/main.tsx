import "./app/checkWithoutEval";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { version } from "../../package.json";
import { createApp } from "./app/createApp";
import { choosePlatform } from "./platform/choosePlatform";
import { App } from "./ui/App";
import { AppContextProvider } from "./ui/appContext";

const { context, start } = createApp(choosePlatform(version));
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <AppContextProvider value={context}>
      <App />
    </AppContextProvider>
  </StrictMode>,
);
void start();
