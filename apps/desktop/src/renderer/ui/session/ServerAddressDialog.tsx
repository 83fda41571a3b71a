import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { t } from "../strings/strings";
import { ServerForm } from "./ServerForm";

export function ServerAddressDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t.server.change} onClose={onClose}>
      <ServerForm onSaved={onClose}>
        <Button onClick={onClose}>{t.actions.cancel}</Button>
      </ServerForm>
    </Dialog>
  );
}
