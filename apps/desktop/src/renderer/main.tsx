import "./app/checkWithoutEval";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { version } from "../../package.json";
import { createApp } from "./app/createApp";
import { choosePlatform } from "./platform/choosePlatform";
import { App } from "./ui/App";
import { AppContextProvider } from "./ui/appContext";
import { t } from "./ui/strings/strings";

const { context, start } = createApp(choosePlatform(version, { title: t.calls.incoming, body: t.calls.incomingHint }));
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
