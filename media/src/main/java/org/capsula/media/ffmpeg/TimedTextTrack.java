package org.capsula.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MOV_TEXT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_SUBTITLE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.MissingResourceException;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.capsula.media.Rational;
import org.capsula.media.transcode.TextTrack;
import org.capsula.media.transcode.TextTrack.Sample;

/** A {@code tx3g} track (3GPP TS 26.245): text samples, with an empty one in each gap. */
final class TimedTextTrack {
  private static final AVRational MILLISECOND = Times.rational(new Rational(1, 1000));

  /**
   * The muxer compares its tracks' ticks as if all had one clock, and ends a text too early where
   * another track's ticks are shorter: those of our pictures and sound are all longer than these.
   */
  private static final AVRational CLOCK = Times.rational(new Rational(1, 90_000));

  /** A sample's length is written in 16 bits. */
  private static final int LONGEST = 0xffff;

  private final TextTrack track;
  private final AVStream stream;

  TimedTextTrack(TextTrack track, AVStream stream) {
    this.track = track;
    this.stream = stream;
    byte[] description = sampleDescription();
    BytePointer extradata =
        new BytePointer(av_mallocz(description.length + AV_INPUT_BUFFER_PADDING_SIZE));
    extradata.put(description);
    stream
        .codecpar()
        .codec_type(AVMEDIA_TYPE_SUBTITLE)
        .codec_id(AV_CODEC_ID_MOV_TEXT)
        .extradata(extradata)
        .extradata_size(description.length);
    stream.time_base(CLOCK);
    AVDictionary metadata = new AVDictionary(null);
    av_dict_set(metadata, "language", iso639(track.language()), 0);
    av_dict_set(metadata, "handler_name", track.title(), 0);
    stream.metadata(metadata);
  }

  private static String iso639(String tag) {
    try {
      return Locale.forLanguageTag(tag).getISO3Language();
    } catch (MissingResourceException e) {
      return "und";
    }
  }

  /** White 18-point text at the bottom without a box: section 5.16 of the specification. */
  private static byte[] sampleDescription() {
    byte[] font = "Serif".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = ByteBuffer.allocate(30 + 13 + font.length);
    out.putInt(0 /* displayFlags */).put((byte) 1 /* centred */).put((byte) -1 /* at the bottom */);
    out.putInt(0 /* background */).putLong(0 /* box */);
    out.putShort((short) 0).putShort((short) 0 /* style of all characters */);
    out.putShort((short) 1 /* font */).put((byte) 0 /* plain */).put((byte) 18 /* size */);
    out.putInt(-1 /* white */);
    out.putInt(13 + font.length).put("ftab".getBytes(StandardCharsets.US_ASCII));
    out.putShort((short) 1 /* fonts */).putShort((short) 1 /* its number */);
    out.put((byte) font.length).put(font);
    return out.array();
  }

  void writeAll(Writer writer) throws LibavException {
    Duration at = Duration.ZERO;
    for (Sample sample : track.samples()) {
      if (sample.start().compareTo(at) > 0) {
        write(writer, new Sample(at, sample.start(), ""));
      }
      write(writer, sample);
      at = sample.end();
    }
  }

  private void write(Writer writer, Sample sample) throws LibavException {
    byte[] text = sample.text().getBytes(StandardCharsets.UTF_8);
    int length = Math.min(text.length, LONGEST);
    AVPacket packet = av_packet_alloc();
    try {
      LibavException.check("text sample", av_new_packet(packet, 2 + length));
      ByteBuffer bytes = ByteBuffer.allocate(2 + length);
      bytes.putShort((short) length).put(text, 0, length);
      new BytePointer(packet.data()).put(bytes.array());
      packet.stream_index(stream.index());
      packet.pts(sample.start().toMillis()).dts(sample.start().toMillis());
      packet.duration(sample.end().minus(sample.start()).toMillis());
      writer.write(packet, MILLISECOND, stream);
    } finally {
      av_packet_free(packet);
    }
  }

  /** Takes a packet whose times are in the given base. */
  interface Writer {
    void write(AVPacket packet, AVRational timeBase, AVStream stream) throws LibavException;
  }
}
