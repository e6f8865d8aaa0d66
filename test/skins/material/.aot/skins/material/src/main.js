/** Angular with Material, compiled ahead of time, in Polish: a stepper in a dialog, ticks in a list box, a bottom sheet. */
import "../../shared/strict-page.js";
import { bootstrapApplication } from '@angular/platform-browser';
import { provideZonelessChangeDetection } from '@angular/core';
import { App } from "./app.js";
import { Session } from "./session.js";
const session = new Session();
await session.load();
await bootstrapApplication(App, {
    providers: [provideZonelessChangeDetection(), { provide: Session, useValue: session }],
});
