/** The functions of Windows that are called, as koffi reads them. Handles are numbers, records are memory of ours. */
const declarations = {
  "user32.dll": {
    windowProcess: "uint32_t __stdcall GetWindowThreadProcessId(intptr_t window, void *processId)",
    nextChild:
      "intptr_t __stdcall FindWindowExW(intptr_t parent, intptr_t after, const char16_t *cls, const char16_t *title)",
    isMinimised: "int __stdcall IsIconic(intptr_t window)",
    windowRect: "int __stdcall GetWindowRect(intptr_t window, void *rect)",
    className: "int __stdcall GetClassNameW(intptr_t window, void *name, int length)",
  },
  "dwmapi.dll": {
    windowAttribute:
      "int32_t __stdcall DwmGetWindowAttribute(intptr_t window, uint32_t attribute, void *value, uint32_t size)",
  },
  "kernel32.dll": {
    snapshot: "intptr_t __stdcall CreateToolhelp32Snapshot(uint32_t flags, uint32_t processId)",
    firstProcess: "int __stdcall Process32FirstW(intptr_t snapshot, void *entry)",
    nextProcess: "int __stdcall Process32NextW(intptr_t snapshot, void *entry)",
    openProcess: "intptr_t __stdcall OpenProcess(uint32_t access, int inherit, uint32_t processId)",
    processTimes:
      "int __stdcall GetProcessTimes(intptr_t process, void *created, void *exited, void *kernel, void *user)",
    imageName: "int __stdcall QueryFullProcessImageNameW(intptr_t process, uint32_t flags, void *name, void *length)",
    close: "int __stdcall CloseHandle(intptr_t handle)",
  },
  "version.dll": {
    versionSize: "uint32_t __stdcall GetFileVersionInfoSizeW(const char16_t *file, void *ignored)",
    version: "int __stdcall GetFileVersionInfoW(const char16_t *file, uint32_t ignored, uint32_t length, void *data)",
  },
} as const;

type Declarations = typeof declarations;
type FunctionName = { [D in keyof Declarations]: keyof Declarations[D] }[keyof Declarations];
type NativeArgument = number | bigint | string | Buffer | null;
/** Numbers too large to be exact arrive as bigint. */
type NativeFunction = (...values: NativeArgument[]) => number | bigint;

export type NativeFunctions = { readonly [N in FunctionName]: NativeFunction };

/** The part of koffi used here. */
export interface FunctionLoader {
  load(library: string): { func(declaration: string): NativeFunction };
}

/** Binds every function; throws when this Windows lacks one. */
export function bindFunctions(loader: FunctionLoader): NativeFunctions {
  const bound: Record<string, NativeFunction> = {};
  for (const [file, functions] of Object.entries(declarations)) {
    const library = loader.load(file);
    for (const [name, declaration] of Object.entries(functions)) bound[name] = library.func(declaration);
  }
  return bound as NativeFunctions;
}
