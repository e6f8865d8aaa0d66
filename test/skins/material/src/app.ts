import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatListModule } from '@angular/material/list';
import { MatMenuModule } from '@angular/material/menu';
import { MatSidenavModule } from '@angular/material/sidenav';
import { hrefs } from '../../../lookalike/client/routes.ts';
import { AllUsers } from './all-users.ts';
import { DevCenter } from './dev-center.ts';
import { Session } from './session.ts';
import { Team } from './team.ts';
import { UserPage } from './user.ts';
import { Workspaces } from './workspaces.ts';

@Component({
  selector: 'pd-app',
  imports: [
    MatButtonModule,
    MatListModule,
    MatMenuModule,
    MatSidenavModule,
    AllUsers,
    DevCenter,
    Team,
    UserPage,
    Workspaces,
  ],
  styles: `
    mat-sidenav-container {
      min-height: 100vh;
    }
    mat-sidenav {
      width: 240px;
    }
    main {
      padding: 24px;
    }
    h3 {
      margin: 16px;
    }
  `,
  template: `
    <mat-sidenav-container>
      <mat-sidenav mode="side" opened>
        <button mat-button [matMenuTriggerFor]="switcher">{{ session.profile.workspace.name }} ▾</button>
        <mat-menu #switcher="matMenu">
          @for (workspace of session.profile.workspaces; track workspace.id) {
            <button mat-menu-item (click)="session.switchTo(workspace.id)">{{ workspace.name }}</button>
          }
        </mat-menu>
        <mat-nav-list>
          <h3>Przestrzeń robocza</h3>
          <a mat-list-item [href]="hrefs.team" [activated]="page() === 'team'">Zespół</a>
          <a mat-list-item [href]="hrefs.devCenter" [activated]="page() === 'dev-center'">Centrum deweloperskie</a>
          <h3>Organizacja</h3>
          <a mat-list-item [href]="hrefs.allUsers" [activated]="page() === 'all-users'">Wszyscy użytkownicy</a>
          <a mat-list-item [href]="hrefs.workspaces" [activated]="page() === 'workspaces'">Przestrzenie robocze</a>
        </mat-nav-list>
      </mat-sidenav>
      <mat-sidenav-content>
        <main>
          @switch (page()) {
            @case ('team') {
              <pd-team [workspace]="session.profile.workspace.id" />
            }
            @case ('workspace-members') {
              <pd-team [workspace]="id()" />
            }
            @case ('all-users') {
              <pd-all-users />
            }
            @case ('user') {
              <pd-user [userId]="id()" />
            }
            @case ('workspaces') {
              <pd-workspaces />
            }
            @case ('dev-center') {
              <pd-dev-center [workspace]="session.profile.workspace.id" />
            }
            @default {
              <h1>PandaDoc</h1>
            }
          }
        </main>
      </mat-sidenav-content>
    </mat-sidenav-container>
  `,
})
export class App {
  readonly session = inject(Session);
  readonly hrefs = hrefs;
  readonly page = computed(() => this.session.route().page);
  readonly id = computed(() => {
    const route = this.session.route();
    return route.page === 'user' ? route.userId : route.page === 'workspace-members' ? route.workspaceId : '';
  });
}
