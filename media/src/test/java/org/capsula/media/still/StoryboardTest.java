package org.capsula.media.still;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.capsula.media.Rational;
import org.capsula.media.probe.VideoTrack;
import org.junit.jupiter.api.Test;

class StoryboardTest {
  @Test
  void plan_ofShortFilm_hasAThumbnailASecond() {
    assertThat(plan(1280, 720, Duration.ofMillis(4200)))
        .isEqualTo(new StoryboardPlan(Duration.ofSeconds(1), 5, 5, 160, 90));
  }

  @Test
  void plan_ofTwelveSeconds_beginsASecondRow() {
    StoryboardPlan plan = plan(1280, 720, Duration.ofSeconds(12));

    assertThat(plan.columns()).isEqualTo(10);
    assertThat(plan.rows()).isEqualTo(2);
  }

  @Test
  void plan_ofLongFilm_hasAHundredThumbnails() {
    StoryboardPlan plan = plan(1280, 720, Duration.ofMinutes(15));

    assertThat(plan.thumbnails()).isEqualTo(100);
    assertThat(plan.interval()).isEqualTo(Duration.ofSeconds(9));
    assertThat(plan.rows()).isEqualTo(10);
  }

  @Test
  void plan_ofPortraitFilm_turnsTheThumbnail() {
    StoryboardPlan plan = plan(720, 1280, Duration.ofSeconds(3));

    assertThat(plan.width()).isEqualTo(90);
    assertThat(plan.height()).isEqualTo(160);
  }

  @Test
  void plan_ofOddAspects_isEvenAndNeverZero() {
    assertThat(plan(854, 480, Duration.ofSeconds(3)).height()).isEqualTo(90);
    assertThat(plan(4000, 10, Duration.ofSeconds(3)).height()).isEqualTo(2);
  }

  @Test
  void plan_ofNoLength_stillHasOneThumbnail() {
    StoryboardPlan plan = plan(640, 360, Duration.ZERO);

    assertThat(plan.thumbnails()).isEqualTo(1);
    assertThat(plan.rows()).isEqualTo(1);
  }

  @Test
  void map_ofTwelveThumbnails_walksTheSheetRowByRow() {
    Duration length = Duration.ofMillis(11_400);
    String map = StoryboardMap.webVtt(plan(1280, 720, length), "storyboard.jpg", length);

    assertThat(map)
        .startsWith("WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nstoryboard.jpg#xywh=0,0,160,90\n")
        .contains("\n\n00:00:09.000 --> 00:00:10.000\nstoryboard.jpg#xywh=1440,0,160,90\n")
        .contains("\n\n00:00:10.000 --> 00:00:11.000\nstoryboard.jpg#xywh=0,90,160,90\n")
        .endsWith("\n\n00:00:11.000 --> 00:00:11.400\nstoryboard.jpg#xywh=160,90,160,90\n");
    assertThat(map.split("-->", -1)).hasSize(13);
  }

  @Test
  void map_ofAnHourAndMore_countsHours() {
    Duration length = Duration.ofMinutes(100);

    assertThat(StoryboardMap.webVtt(plan(1280, 720, length), "s.jpg", length))
        .endsWith("01:39:00.000 --> 01:40:00.000\ns.jpg#xywh=1440,810,160,90\n");
  }

  private static StoryboardPlan plan(int width, int height, Duration length) {
    return StoryboardPlan.of(
        new VideoTrack(0, "h264", width, height, 0, Rational.of(25), true, length, null), length);
  }
}
