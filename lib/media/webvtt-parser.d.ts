declare module 'webvtt-parser' {
  export class WebVTTParser {
    parse(
      text: string,
      kind: 'subtitles' | 'captions',
    ): { cues: { text: string }[]; errors: { message: string; line: number; col?: number }[] };
  }
}
