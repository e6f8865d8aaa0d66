import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatListModule } from '@angular/material/list';
import { MatMenuModule } from '@angular/material/menu';
import { MatSidenavModule } from '@angular/material/sidenav';
import { hrefs } from "../../../lookalike/client/routes.js";
import { AllUsers } from "./all-users.js";
import { DevCenter } from "./dev-center.js";
import { Session } from "./session.js";
import { Team } from "./team.js";
import { UserPage } from "./user.js";
import { Workspaces } from "./workspaces.js";
import * as i0 from "@angular/core";
import * as i1 from "@angular/material/button";
import * as i2 from "@angular/material/list";
import * as i3 from "@angular/material/menu";
import * as i4 from "@angular/material/sidenav";
const _forTrack0 = ($index, $item) => $item.id;
function App_For_7_Template(rf, ctx) { if (rf & 1) {
    const _r1 = i0.ɵɵgetCurrentView();
    i0.ɵɵelementStart(0, "button", 7);
    i0.ɵɵlistener("click", function App_For_7_Template_button_click_0_listener() { const workspace_r2 = i0.ɵɵrestoreView(_r1).$implicit; const ctx_r2 = i0.ɵɵnextContext(); return i0.ɵɵresetView(ctx_r2.session.switchTo(workspace_r2.id)); });
    i0.ɵɵtext(1);
    i0.ɵɵelementEnd();
} if (rf & 2) {
    const workspace_r2 = ctx.$implicit;
    i0.ɵɵadvance();
    i0.ɵɵtextInterpolate(workspace_r2.name);
} }
function App_Case_23_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelement(0, "pd-team", 5);
} if (rf & 2) {
    const ctx_r2 = i0.ɵɵnextContext();
    i0.ɵɵproperty("workspace", ctx_r2.session.profile.workspace.id);
} }
function App_Case_24_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelement(0, "pd-team", 5);
} if (rf & 2) {
    const ctx_r2 = i0.ɵɵnextContext();
    i0.ɵɵproperty("workspace", ctx_r2.id());
} }
function App_Case_25_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelement(0, "pd-all-users");
} }
function App_Case_26_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelement(0, "pd-user", 6);
} if (rf & 2) {
    const ctx_r2 = i0.ɵɵnextContext();
    i0.ɵɵproperty("userId", ctx_r2.id());
} }
function App_Case_27_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelement(0, "pd-workspaces");
} }
function App_Case_28_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelement(0, "pd-dev-center", 5);
} if (rf & 2) {
    const ctx_r2 = i0.ɵɵnextContext();
    i0.ɵɵproperty("workspace", ctx_r2.session.profile.workspace.id);
} }
function App_Case_29_Template(rf, ctx) { if (rf & 1) {
    i0.ɵɵelementStart(0, "h1");
    i0.ɵɵtext(1, "PandaDoc");
    i0.ɵɵelementEnd();
} }
export class App {
    session = inject(Session);
    hrefs = hrefs;
    page = computed(() => this.session.route().page, /* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "page" }] : /* istanbul ignore next */ []));
    id = computed(() => {
        const route = this.session.route();
        return route.page === 'user' ? route.userId : route.page === 'workspace-members' ? route.workspaceId : '';
    }, /* @ts-ignore */
    ...(ngDevMode ? [{ debugName: "id" }] : /* istanbul ignore next */ []));
    static ɵfac = function App_Factory(__ngFactoryType__) { return new (__ngFactoryType__ || App)(); };
    static ɵcmp = /*@__PURE__*/ i0.ɵɵdefineComponent({ type: App, selectors: [["pd-app"]], decls: 30, vars: 11, consts: [["switcher", "matMenu"], ["mode", "side", "opened", ""], ["mat-button", "", 3, "matMenuTriggerFor"], ["mat-menu-item", ""], ["mat-list-item", "", 3, "href", "activated"], [3, "workspace"], [3, "userId"], ["mat-menu-item", "", 3, "click"]], template: function App_Template(rf, ctx) { if (rf & 1) {
            i0.ɵɵelementStart(0, "mat-sidenav-container")(1, "mat-sidenav", 1)(2, "button", 2);
            i0.ɵɵtext(3);
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(4, "mat-menu", null, 0);
            i0.ɵɵrepeaterCreate(6, App_For_7_Template, 2, 1, "button", 3, _forTrack0);
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(8, "mat-nav-list")(9, "h3");
            i0.ɵɵtext(10, "Przestrze\u0144 robocza");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(11, "a", 4);
            i0.ɵɵtext(12, "Zesp\u00F3\u0142");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(13, "a", 4);
            i0.ɵɵtext(14, "Centrum deweloperskie");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(15, "h3");
            i0.ɵɵtext(16, "Organizacja");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(17, "a", 4);
            i0.ɵɵtext(18, "Wszyscy u\u017Cytkownicy");
            i0.ɵɵelementEnd();
            i0.ɵɵelementStart(19, "a", 4);
            i0.ɵɵtext(20, "Przestrzenie robocze");
            i0.ɵɵelementEnd()()();
            i0.ɵɵelementStart(21, "mat-sidenav-content")(22, "main");
            i0.ɵɵconditionalCreate(23, App_Case_23_Template, 1, 1, "pd-team", 5)(24, App_Case_24_Template, 1, 1, "pd-team", 5)(25, App_Case_25_Template, 1, 0, "pd-all-users")(26, App_Case_26_Template, 1, 1, "pd-user", 6)(27, App_Case_27_Template, 1, 0, "pd-workspaces")(28, App_Case_28_Template, 1, 1, "pd-dev-center", 5)(29, App_Case_29_Template, 2, 0, "h1");
            i0.ɵɵelementEnd()()();
        } if (rf & 2) {
            let tmp_12_0;
            const switcher_r4 = i0.ɵɵreference(5);
            i0.ɵɵadvance(2);
            i0.ɵɵproperty("matMenuTriggerFor", switcher_r4);
            i0.ɵɵadvance();
            i0.ɵɵtextInterpolate1("", ctx.session.profile.workspace.name, " \u25BE");
            i0.ɵɵadvance(3);
            i0.ɵɵrepeater(ctx.session.profile.workspaces);
            i0.ɵɵadvance(5);
            i0.ɵɵproperty("href", ctx.hrefs.team, i0.ɵɵsanitizeUrl)("activated", ctx.page() === "team");
            i0.ɵɵadvance(2);
            i0.ɵɵproperty("href", ctx.hrefs.devCenter, i0.ɵɵsanitizeUrl)("activated", ctx.page() === "dev-center");
            i0.ɵɵadvance(4);
            i0.ɵɵproperty("href", ctx.hrefs.allUsers, i0.ɵɵsanitizeUrl)("activated", ctx.page() === "all-users");
            i0.ɵɵadvance(2);
            i0.ɵɵproperty("href", ctx.hrefs.workspaces, i0.ɵɵsanitizeUrl)("activated", ctx.page() === "workspaces");
            i0.ɵɵadvance(4);
            i0.ɵɵconditional((tmp_12_0 = ctx.page()) === "team" ? 23 : tmp_12_0 === "workspace-members" ? 24 : tmp_12_0 === "all-users" ? 25 : tmp_12_0 === "user" ? 26 : tmp_12_0 === "workspaces" ? 27 : tmp_12_0 === "dev-center" ? 28 : 29);
        } }, dependencies: [MatButtonModule, i1.MatButton, MatListModule, i2.MatNavList, i2.MatListItem, MatMenuModule, i3.MatMenu, i3.MatMenuItem, i3.MatMenuTrigger, MatSidenavModule, i4.MatSidenav, i4.MatSidenavContainer, i4.MatSidenavContent, AllUsers,
            DevCenter,
            Team,
            UserPage,
            Workspaces], styles: ["mat-sidenav-container[_ngcontent-%COMP%] {\n      min-height: 100vh;\n    }\n    mat-sidenav[_ngcontent-%COMP%] {\n      width: 240px;\n    }\n    main[_ngcontent-%COMP%] {\n      padding: 24px;\n    }\n    h3[_ngcontent-%COMP%] {\n      margin: 16px;\n    }"] });
}
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassMetadata(App, [{
        type: Component,
        args: [{ selector: 'pd-app', imports: [
                    MatButtonModule,
                    MatListModule,
                    MatMenuModule,
                    MatSidenavModule,
                    AllUsers,
                    DevCenter,
                    Team,
                    UserPage,
                    Workspaces,
                ], template: `
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
  `, styles: ["\n    mat-sidenav-container {\n      min-height: 100vh;\n    }\n    mat-sidenav {\n      width: 240px;\n    }\n    main {\n      padding: 24px;\n    }\n    h3 {\n      margin: 16px;\n    }\n  "] }]
    }], null, null); })();
(() => { (typeof ngDevMode === "undefined" || ngDevMode) && i0.ɵsetClassDebugInfo(App, { className: "App", filePath: "skins/material/src/app.ts", lineNumber: 89 }); })();
