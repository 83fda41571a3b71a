import { Pencil, PencilOff } from "lucide-react";
import { useApp } from "../../appContext";
import { useInk } from "../../hooks/stores";
import { Button } from "../../kit/Button";
import { t } from "../../strings/strings";

/** Whether the other may draw on what I share. */
export function AllowInk({ className }: { className?: string }) {
  const { intents } = useApp();
  const allowed = useInk((ink) => ink.allowed);
  const Icon = allowed ? Pencil : PencilOff;
  return (
    <Button
      className={className}
      aria-pressed={allowed}
      icon={<Icon size={15} aria-hidden="true" />}
      onClick={() => intents.allowInk(!allowed)}
    >
      {t.ink.allow}
    </Button>
  );
}
