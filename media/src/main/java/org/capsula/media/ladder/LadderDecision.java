package org.capsula.media.ladder;

/**
 * Why a rung is encoded or left out.
 *
 * @param lines the short side that was considered, in pixels
 * @param reason one English sentence without a full stop
 */
public record LadderDecision(int lines, boolean kept, String reason) {}
