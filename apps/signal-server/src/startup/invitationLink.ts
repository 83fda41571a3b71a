/** Opens the web app, or is pasted into the desktop app. The secret stands behind the `#`, where no server on the way sees it. */
export function invitationLink(url: string, token: string): string {
  return `${url}/#invitation/${token}`;
}
