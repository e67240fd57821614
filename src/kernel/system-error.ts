/** What the operating system refused, in words: what, where, why, and what would be right. */

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或者文件夹，先建好它所在的文件夹',
  ENOTDIR: '路径里当作文件夹的一段是文件',
  EISDIR: '这是文件夹，此处要的是文件',
  EEXIST: '已经有这个名称的文件，先移开',
  EROFS: '它在只读的介质上，此处要能写入',
  EACCES: '没有权限，把它交给运行本程序的用户（chown、chmod）',
  EPERM: '没有权限，把它交给运行本程序的用户（chown、chmod）',
  ENOSPC: '磁盘已满，先腾出空间',
};

/** As Node writes it. Of an error that came from another thread nothing else is left. */
const WRITTEN = /^(E[A-Z0-9]+): ([^,]+), (\w+)(?: '(.+)')?$/s;

/** The message of an error; that of a system error in Chinese, with its code, its place and Node's own words. */
export function messageOf({ message }: Error): string {
  const [, code = '', words = '', call = '', path] = WRITTEN.exec(message) ?? [];
  const reason = REASONS[code];
  if (reason === undefined) return message;
  const what = call === 'mkdir' ? '不能建立文件夹' : '不能读写';
  return `${what}${path === undefined ? '' : ` ${path}`}（${code}）：${reason}；路径不对的，改命令的参数或者配置（npm run tongze -- config） (${words})`;
}
