const TAPBACK =
  /^(?:\W{0,3})(?:(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|removed an? (?:like|heart|laugh|dislike|exclamation|question mark)\w* from|reacted .{1,12} to|le gusto|le encanto|no le gusto|le dio risa|enfatizo|destaco|reacciono con .{1,12} a|me gusta|me encanta|a .{1,20} le (?:gusta|encanta))(?: an?| the| una?)? ?(?:image|photo|message|imagen|foto|mensaje)?\s*["\u00ab])/;

const PICTURE =
  /^(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned) an? (?:image|photo|movie|attachment|audio message)$/;

/** The line that telephones send by themselves when somebody taps on a message of ours. Expects folded text. */
export const isTapback = (folded: string): boolean =>
  TAPBACK.test(folded.slice(0, 120)) || PICTURE.test(folded.slice(0, 60));
