/** A handover in words, before it becomes a file of some format. */
export interface HandoverSection {
  title: string;
  paragraphs: string[];
  points: string[];
  steps: { done: boolean; text: string }[];
}

export interface HandoverDocument {
  title: string;
  facts: string[];
  sections: HandoverSection[];
  foot: string;
}
