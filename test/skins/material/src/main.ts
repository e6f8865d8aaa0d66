/** Angular with Material, compiled ahead of time, in Polish: a stepper in a dialog, ticks in a list box, a bottom sheet. */
import '../../shared/strict-page.ts';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideZonelessChangeDetection } from '@angular/core';
import { App } from './app.ts';
import { Session } from './session.ts';

const session = new Session();
await session.load();
await bootstrapApplication(App, {
  providers: [provideZonelessChangeDetection(), { provide: Session, useValue: session }],
});
