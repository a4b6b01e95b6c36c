import { settingsTable, type SettingName, type Settings } from "./settings-table.ts";

const names = Object.keys(settingsTable) as SettingName[];

export function defaultSettings(): Settings {
  return Object.fromEntries(names.map((name) => [name, settingsTable[name].default])) as Partial<Settings> as Settings;
}

/**
 * The problems of a change of settings, none when it can be made. `null` resets a setting.
 *
 * @example settingProblems({ taskMs: "soon" }) // ["taskMs: allowed is a number of milliseconds from 0, not \"soon\"."]
 */
export function settingProblems(change: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(change).flatMap(([name, value]) => {
    if (!isSettingName(name)) return [`${name}: no such setting. Known are ${names.join(", ")}.`];
    const { accepts, allowed } = settingsTable[name];
    return value === null || accepts(value) ? [] : [`${name}: allowed is ${allowed}, not ${JSON.stringify(value)}.`];
  });
}

/** The settings after a change without problems. */
export function changeSettings(settings: Settings, change: Readonly<Record<string, unknown>>): Settings {
  const changed = Object.entries(change).map(([name, value]) => [
    name,
    value ?? settingsTable[name as SettingName].default,
  ]);
  return { ...settings, ...(Object.fromEntries(changed) as Partial<Settings>) };
}

const isSettingName = (name: string): name is SettingName => Object.hasOwn(settingsTable, name);
