/** The person at the desk, as the shell shows them. */
export interface ShellActor {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'viewer' | 'reviewer' | 'editor' | 'admin';
}

export interface ShellLink {
  readonly href: string;
  readonly label: string;
}
