import { type SecretLink, secretLinkOf } from "../../shared/secretLink";

/**
 * Tells of the link with a secret this page was opened with, and of one that is put into its address later. The address is
 * rid of it at once: there the secret would be kept in the history, shared with the tab, and tried again at a reload.
 */
export function watchSecretLinks(listener: (link: SecretLink) => void): void {
  const look = () => {
    const link = secretLinkOf(location.hash);
    if (!link) return;
    history.replaceState(null, "", location.pathname);
    listener(link);
  };
  window.addEventListener("hashchange", look);
  look();
}
