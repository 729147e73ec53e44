// Makes the frames of this site on a page as high as what is in them. For pages that show arguments in a frame: the site's
// "Embed" gives the markup that has this script. It hears frames of the site that it is from, and takes nothing but a height.
(() => {
  const HEIGHT = "rejoinder:height";
  /** Pixels of the highest frame: of a longer list the rest is scrolled to. */
  const HIGHEST = 20000;

  const here = new URL(".", document.currentScript.src);
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(`${here}embed`));

  addEventListener("message", ({ data, origin, source }) => {
    if (origin !== here.origin || source === null || !Array.isArray(data) || data[0] !== HEIGHT) return;
    const height = data[1];
    if (!Number.isFinite(height) || height <= 0 || height > HIGHEST) return;
    const frame = frames().find((frame) => frame.contentWindow === source);
    if (frame !== undefined) frame.style.height = `${Math.ceil(height)}px`;
  });

  // Those that were there before this script told their height to nobody.
  for (const frame of frames()) frame.contentWindow.postMessage(HEIGHT, "*");
})();
