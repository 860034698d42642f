/// Time zones that completion knows of. Others can be said as well: the plan takes every name.
enum TimeZoneNames {
  static let known = [
    "Asia/Shanghai", "Asia/Ho_Chi_Minh", "Asia/Hong_Kong", "Asia/Macau", "Asia/Taipei",
    "Asia/Urumqi", "Asia/Singapore", "Asia/Kuala_Lumpur", "Asia/Bangkok", "Asia/Vientiane",
    "Asia/Phnom_Penh", "Asia/Yangon", "Asia/Jakarta", "Asia/Manila", "Asia/Tokyo", "Asia/Seoul",
    "Asia/Ulaanbaatar", "Asia/Dhaka", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Colombo",
    "Asia/Karachi", "Asia/Kabul", "Asia/Tashkent", "Asia/Almaty", "Asia/Tehran", "Asia/Dubai",
    "Asia/Riyadh", "Asia/Baghdad", "Asia/Jerusalem", "Africa/Cairo", "Africa/Addis_Ababa",
    "Africa/Johannesburg", "Africa/Lagos", "Africa/Nairobi", "Africa/Casablanca",
    "Europe/London", "Europe/Dublin", "Europe/Lisbon", "Europe/Madrid", "Europe/Paris",
    "Europe/Brussels", "Europe/Amsterdam", "Europe/Berlin", "Europe/Zurich", "Europe/Vienna",
    "Europe/Rome", "Europe/Prague", "Europe/Warsaw", "Europe/Budapest", "Europe/Stockholm",
    "Europe/Oslo", "Europe/Copenhagen", "Europe/Helsinki", "Europe/Athens", "Europe/Bucharest",
    "Europe/Kyiv", "Europe/Istanbul", "Europe/Moscow", "America/St_Johns", "America/Halifax",
    "America/New_York", "America/Toronto", "America/Chicago", "America/Mexico_City",
    "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Vancouver",
    "America/Anchorage", "America/Bogota", "America/Lima", "America/Caracas",
    "America/Santiago", "America/Sao_Paulo", "America/Argentina/Buenos_Aires",
    "Pacific/Honolulu", "Pacific/Auckland", "Australia/Perth", "Australia/Darwin",
    "Australia/Adelaide", "Australia/Brisbane", "Australia/Sydney", "UTC",
  ]
}
