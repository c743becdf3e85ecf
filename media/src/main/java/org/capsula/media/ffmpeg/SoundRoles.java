package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_COMMENT;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DESCRIPTIONS;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DUB;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_HEARING_IMPAIRED;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ORIGINAL;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_VISUAL_IMPAIRED;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.capsula.media.probe.SoundRole;
import org.jspecify.annotations.Nullable;

/** What a sound is to the film: by the container's flags, else by the title that somebody gave. */
final class SoundRoles {
  /** The order decides where a container says several: the narrower use comes first. */
  private static final Map<Integer, SoundRole> FLAGS = new LinkedHashMap<>();

  private static final Map<Pattern, SoundRole> TITLES = new LinkedHashMap<>();

  /** The last two are the QuickTime family's. */
  private static final List<String> TITLE_PLACES = List.of("title", "name", "handler_name");

  static {
    FLAGS.put(AV_DISPOSITION_DESCRIPTIONS, SoundRole.DESCRIPTION);
    FLAGS.put(AV_DISPOSITION_VISUAL_IMPAIRED, SoundRole.DESCRIPTION);
    FLAGS.put(AV_DISPOSITION_HEARING_IMPAIRED, SoundRole.CLEAR);
    FLAGS.put(AV_DISPOSITION_COMMENT, SoundRole.COMMENTARY);
    FLAGS.put(AV_DISPOSITION_DUB, SoundRole.DUB);
    FLAGS.put(AV_DISPOSITION_ORIGINAL, SoundRole.ORIGINAL);
    title("audio.?d[eé]s[ck]ri|descriptive audio|ακουστική περιγραφή", SoundRole.DESCRIPTION);
    title("\\bcommentar(y|iu)|\\bcommentaire|\\bkommentar|σχολιασμός", SoundRole.COMMENTARY);
    title("\\bdub(bed)?\\b|\\bdoublage|μεταγλώττισ|\\bdublaj|\\bsynchronfassung", SoundRole.DUB);
  }

  private SoundRoles() {}

  private static void title(String words, SoundRole role) {
    TITLES.put(
        Pattern.compile(
            words,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS),
        role);
  }

  static @Nullable SoundRole of(AVStream stream) {
    for (Map.Entry<Integer, SoundRole> flag : FLAGS.entrySet()) {
      if ((stream.disposition() & flag.getKey()) != 0) {
        return flag.getValue();
      }
    }
    for (String place : TITLE_PLACES) {
      SoundRole role = ofTitle(AudioTracks.tag(stream.metadata(), place));
      if (role != null) {
        return role;
      }
    }
    return null;
  }

  private static @Nullable SoundRole ofTitle(@Nullable String title) {
    if (title == null) {
      return null;
    }
    return TITLES.entrySet().stream()
        .filter(words -> words.getKey().matcher(title).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
