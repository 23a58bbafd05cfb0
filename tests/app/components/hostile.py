"""Labels that would run, turn writing round or fill the page, if they were taken for more than text."""

HOSTILE = [
    "<img src=x onerror=\"document.title='hit'\">",
    "<script>document.title='hit'</script>",
    "</text></svg><script>document.title='hit'</script>",
    "\u202eتقديم الطلب\u202c عبر الإنترنت",
    "lang " * 2000,
]
